/** The rehearsed environment. It is fixed, so that examples, training and tests can rely on it. */
export const contoso = {
  defaultTenant: 'contoso.onmicrosoft.com',
  tenants: {
    'contoso.onmicrosoft.com': { licensed: true },
    'unlicensed.onmicrosoft.com': { licensed: false },
  } as Readonly<Record<string, { readonly licensed: boolean }>>,
  tenantId: 'e4405d02-8c0a-8c0a-8c0a-45239eb45a9f',
  unknownTenantId: 'aa7efd5d-2944-43aa-8543-34b476c47a7a',
  refusedSecret: 'wrong',
  domain: 'contoso',
  databases: ['FIMServiceOld'],
  accounts: {
    svcMIMService: { managed: false, deniedLocalLogon: false },
    svcMIMMA: { managed: false, deniedLocalLogon: true },
    svcMIMAppPool: { managed: false, deniedLocalLogon: true },
    mimpool: { managed: false, deniedLocalLogon: true },
    svcMIMLocked: { managed: false, deniedLocalLogon: true },
    MIMSrvGMSAsvc$: { managed: true, deniedLocalLogon: true },
    MIMSyncGMSAsvc$: { managed: true, deniedLocalLogon: true },
    MIMAppPoolGMSA$: { managed: true, deniedLocalLogon: true },
  } as Readonly<Record<string, Account>>,
};

/** An account of the rehearsed domain. */
export interface Account {
  readonly managed: boolean;
  readonly deniedLocalLogon: boolean;
}

/** Any host resolves and answers, unless its name ends in `.invalid`. */
export function answers(host: string): boolean {
  return !/\.invalid$/i.test(host);
}

/** The account of this name, in whatever case, in the domain `contoso` or `contoso.com`; undefined where there is none. */
export function accountOf(domain: string, name: string): Account | undefined {
  if (domain.toLowerCase().replace(/\.com$/, '') !== contoso.domain) return undefined;
  return Object.entries(contoso.accounts).find(([known]) => known.toLowerCase() === name.toLowerCase())?.[1];
}

/** Whether every SQL Server of Contoso has this database. */
export function hasDatabase(name: string): boolean {
  return contoso.databases.some((database) => database.toLowerCase() === name.toLowerCase());
}
