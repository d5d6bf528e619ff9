/** What is known of the mailbox application while it is being registered. */
export interface Registration {
  /** The address of the mailbox that the application is to open. */
  readonly mailbox: string;
  /** The address of the mail-enabled group that is to hold it. */
  readonly group: string;
  /** For how many months the client secret is valid. */
  readonly secretMonths: number;
  readonly application?: RegisteredApplication;
  /** The object ID of its enterprise application. */
  readonly servicePrincipalId?: string;
  /** When the client secret expires, ISO 8601. */
  readonly expiresAt?: string;
  /** Where an administrator grants consent, if whoever registers it may not. */
  readonly consentUrl?: string;
}

/** The application in its tenant. */
export interface RegisteredApplication {
  /** Of the registration itself. */
  readonly objectId: string;
  /** What it signs in by. */
  readonly applicationId: string;
  readonly tenantId: string;
}
