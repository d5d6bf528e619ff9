import type { Configuration } from '@azure/msal-node';
import { type CloudInUse, clouds } from './clouds.ts';
import type { Network } from './msalNetwork.ts';

/** Who signs in where, as MSAL wants to be told. */
export interface Applicant {
  readonly cloud: CloudInUse;
  /** Name or ID of a tenant, or `organizations` for that of whoever signs in. */
  readonly tenant: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

/** What MSAL is told of an applicant: it asks by our network alone, and tries nothing again by itself. */
export function msalConfiguration({ cloud, tenant, clientId, clientSecret }: Applicant, network: Network): Configuration {
  return {
    auth: {
      clientId,
      ...(clientSecret !== undefined && { clientSecret }),
      authority: `${cloud.login}/${tenant}`,
      ...(cloud.login !== clouds[cloud.name].login && unknownToMsal(cloud.login)),
    },
    system: { networkClient: network.client, disableInternalRetries: true },
  };
}

/** MSAL knows Microsoft's own hosts. Of any other it has to be told the endpoints, or it asks Microsoft about that host. */
function unknownToMsal(login: string): Pick<Configuration['auth'], 'knownAuthorities' | 'authorityMetadata'> {
  const at = (path: string) => `${login}/{tenantid}/${path}`;
  return {
    knownAuthorities: [new URL(login).host],
    authorityMetadata: JSON.stringify({
      authorization_endpoint: at('oauth2/v2.0/authorize'),
      token_endpoint: at('oauth2/v2.0/token'),
      end_session_endpoint: at('oauth2/v2.0/logout'),
      jwks_uri: at('discovery/v2.0/keys'),
      issuer: at('v2.0'),
    }),
  };
}
