/** How mail servers are checked. */
export interface MailSettings {
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
  /** The port of the SMTP server; 25 unless told. The MIM Service itself uses 25. */
  readonly smtpPort?: number | undefined;
  /** The port of Exchange Web Services; 443 unless told. */
  readonly exchangePort?: number | undefined;
  /** Where to ask in place of an Office 365 host, such as `{ 'outlook.office365.com': 'proxy.contoso.com:8443' }`. */
  readonly hosts?: Readonly<Record<string, string>> | undefined;
}
