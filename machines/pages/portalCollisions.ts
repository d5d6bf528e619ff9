import { accountKeyOf, type Claims, siteKey } from '../vocabulary/claims.ts';

/** Findings about a portal whose account, or whose host name and port together, another page has already. */
export function portalCollisions(
  own: 'registrationPortal' | 'resetPortal',
  { account, host, port }: { readonly account: string; readonly host: string; readonly port: number },
  claims: Claims,
) {
  const pages = Object.keys(sites) as (keyof typeof sites)[];
  const rival = pages.find((page) => page !== own && claims[page] === siteKey(host, port));
  return [
    ...(accountKeyOf(account) === claims.managementAgentAccount
      ? [
          {
            field: 'account',
            code: 'account-shared',
            message:
              'This is the management agent account, which the MIM Service lets pass without authorization: whoever breaks into the portal could do anything. Choose an account of its own.',
          },
        ]
      : []),
    ...(rival
      ? [
          {
            field: 'port',
            code: 'port-taken',
            message: `${sites[rival]} has the host name ${host} and port ${port} as well. Choose another.`,
          },
        ]
      : []),
  ];
}

const sites = {
  sharePointSite: 'The SharePoint site of the MIM Portal',
  registrationPortal: 'The registration portal',
  resetPortal: 'The reset portal',
} as const;
