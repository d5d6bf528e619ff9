/** What this host is asked about: what of it matters for the installation to come. */
export interface HostAsked {
  /** The letter of the drive to install on. */
  readonly drive: string;
  /** The MIM Portal is to be installed, so SharePoint matters. */
  readonly portal: boolean;
  /** The SQL Server of the database page, where there is one. */
  readonly sqlServer: string | null;
}
