/** What a cloud goes by with Microsoft's own modules and portals. */
interface NationalCloud {
  /** `Connect-ExchangeOnline -ExchangeEnvironmentName`. */
  readonly exchange: string;
  /** `Connect-AzureAD -AzureEnvironmentName`. */
  readonly entra: string;
  /** `Connect-MgGraph -Environment`. */
  readonly graph: string;
  /** Where applications are registered ("National clouds" of the Microsoft identity platform, app registration endpoints). */
  readonly portal: string;
}

/** The national clouds, by the host of their mail. */
export const nationalClouds: Readonly<Record<string, NationalCloud>> = {
  'partner.outlook.cn': {
    exchange: 'O365China',
    entra: 'AzureChinaCloud',
    graph: 'China',
    portal: 'https://portal.azure.cn',
  },
  'outlook.office365.us': {
    exchange: 'O365USGovGCCHigh',
    entra: 'AzureUSGovernment',
    graph: 'USGov',
    portal: 'https://portal.azure.us',
  },
  'outlook-dod.office365.us': {
    exchange: 'O365USGovDoD',
    entra: 'AzureUSGovernment',
    graph: 'USGovDoD',
    portal: 'https://portal.azure.us',
  },
};
