/** Whom an answer is asked of: the people of a company who know it, or decide it. */
export const teams = {
  project: {
    title: 'MIM project',
    text: 'Decides what is installed, accepts the license, and knows the synchronization server.',
  },
  directory: {
    title: 'Active Directory',
    text: 'Creates the accounts, knows their passwords, and gives them their rights.',
  },
  database: {
    title: 'SQL Server',
    text: 'Provides the SQL Server that holds the database of the MIM Service.',
  },
  mail: {
    title: 'Mail',
    text: 'Provides the mailbox of the MIM Service, and the way to it.',
  },
  entra: {
    title: 'Microsoft Entra ID',
    text: 'Signs in to the tenant, and registers the application that opens the mailbox.',
  },
  web: {
    title: 'SharePoint and web servers',
    text: 'Provides the sites that the portals run on.',
  },
  network: {
    title: 'Network and certificates',
    text: 'Provides the names in DNS, the open ports and the certificate.',
  },
  systemCenter: {
    title: 'System Center Service Manager',
    text: 'Provides the management server that MIM Reporting works with.',
  },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly text: string }>>;

/** The id of a team. */
export type Team = keyof typeof teams;

/** The ids of all teams, in the order in which they are told. */
export const teamNames = Object.keys(teams) as readonly Team[];
