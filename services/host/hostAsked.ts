/** What this host is asked about: what of it matters for the installation to come. */
export interface HostAsked {
  /** The letter of the drive to install on. */
  readonly drive: string;
  /** The MIM Portal is to be installed, so SharePoint matters. */
  readonly portal: boolean;
  /** The MIM Service is to be installed, so its connection to SQL Server matters. */
  readonly service: boolean;
  /** The features of IIS that the chosen portals need; none without a portal. */
  readonly webServer: readonly string[];
  /** The address of the SharePoint site, where there is one. */
  readonly site: string | null;
  /** The MIM Service is to have a self-issued certificate. */
  readonly selfIssued: boolean;
  /** The SQL Server of the database page, where there is one. */
  readonly sqlServer: string | null;
}
