/** How a SharePoint site is checked. */
export interface SharePointSettings {
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
}
