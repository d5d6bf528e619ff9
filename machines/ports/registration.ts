/** What is known of the mailbox application while it is being registered. */
export interface Registration {
  readonly mailbox: string;
  readonly group: string;
  readonly secretMonths: number;
  readonly application?: RegisteredApplication;
  readonly servicePrincipalId?: string;
  /** When the client secret expires, ISO 8601. */
  readonly expiresAt?: string;
  readonly consentUrl?: string;
}

export interface RegisteredApplication {
  readonly objectId: string;
  readonly applicationId: string;
  readonly tenantId: string;
}
