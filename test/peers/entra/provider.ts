import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Adapter, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider';
import { createMemory } from './memory.ts';
import { isExpired, type RegisteredApplication, type Tenant } from './tenants.ts';

export interface Audiences {
  readonly graph: string;
  readonly mail: string;
}

export interface ProviderOptions {
  readonly issuer: string;
  readonly tenant: Tenant;
  readonly audiences: Audiences;
  /** The public application that signs users in. */
  readonly clientId: string;
  /** How long a code lasts, seconds. */
  readonly codeLasts: () => number;
}

/** A real OAuth 2 server for one tenant, at the paths of the directory. What is particular to it is in the front. */
export async function createProvider({ issuer, tenant, audiences, clientId, codeLasts }: ProviderOptions): Promise<Provider> {
  const memory = createMemory();
  const scopes = [
    'openid',
    'profile',
    'offline_access',
    ...graphScopes(audiences),
    `${audiences.graph}/.default`,
    `${audiences.mail}/.default`,
  ];
  const scope = scopes.join(' ');
  const all = [audiences.graph, audiences.mail];

  const configuration: Configuration = {
    adapter: (model: string) => (model === 'Client' ? clientsOf(tenant, scope, memory(model)) : memory(model)),
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token'],
        redirect_uris: [],
        response_types: [],
        scope,
      },
    ],
    jwks: { keys: [await signingKey()] },
    cookies: { keys: ['not a secret: it signs the cookies of a test'] },
    scopes,
    claims: { profile: ['name', 'preferred_username', 'oid', 'tid'] },
    conformIdTokenClaims: false,
    clientAuthMethods: ['client_secret_post', 'none'],
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, oid: sub, tid: tenant.id, preferred_username: sub, name: sub }),
    }),
    ttl: {
      DeviceCode: codeLasts,
      AccessToken: 3600,
      ClientCredentials: 3600,
      IdToken: 3600,
      RefreshToken: 3600,
      Interaction: 600,
      Session: 3600,
      Grant: 3600,
    },
    routes: {
      authorization: '/oauth2/v2.0/authorize',
      token: '/oauth2/v2.0/token',
      device_authorization: '/oauth2/v2.0/devicecode',
      code_verification: '/oauth2/deviceauth',
      jwks: '/discovery/v2.0/keys',
      end_session: '/oauth2/v2.0/logout',
    },
    features: {
      deviceFlow: {
        enabled: true,
        charset: 'base-20',
        mask: '*********',
        async userCodeInputSource(context, form) {
          context.body = form;
        },
        async userCodeConfirmSource(context, form) {
          context.body = form;
        },
        async successSource(context) {
          context.body = 'You are signed in.';
        },
      },
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        useGrantedResource: () => true,
        defaultResource: (context) => {
          const asked = String(context.oidc.params?.['scope'] ?? '');
          return all.find((audience) => asked.includes(`${audience}/`)) ?? audiences.graph;
        },
        getResourceServerInfo: (_context, audience) => ({
          scope,
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 3600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    extraTokenClaims: (_context, token) => {
      const claims = { tid: tenant.id, appid: token.clientId };
      if (token.kind !== 'ClientCredentials') {
        const granted = 'scope' in token && token.scope ? token.scope.split(' ') : [];
        return { ...claims, idtyp: 'user', scp: granted.map((one) => one.split('/').at(-1)).join(' ') };
      }
      const { roles } = tenant.applications.find(({ appId }) => appId === token.clientId) ?? { roles: { graph: [], mail: [] } };
      return { ...claims, idtyp: 'app', roles: 'aud' in token && token.aud === audiences.mail ? roles.mail : roles.graph };
    },
  };
  return quietly(() => new Provider(issuer, configuration));
}

function graphScopes({ graph }: Audiences): string[] {
  return ['Organization.Read.All', 'Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All'].map(
    (name) => `${graph}/${name}`,
  );
}

/** The tenant's applications as clients that sign in by their newest secret. */
function clientsOf(tenant: Tenant, scope: string, memory: Adapter): Adapter {
  return {
    ...memory,
    async find(id) {
      const application = tenant.applications.find(({ appId }) => appId === id);
      return application && metadataOf(application, scope);
    },
  };
}

function metadataOf({ appId, secrets, objectId }: RegisteredApplication, scope: string): ClientMetadata {
  return {
    client_id: appId,
    client_secret: secrets.findLast((secret) => !isExpired(secret))?.secretText ?? `nobody knows it: ${objectId}`,
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    scope,
  };
}

async function signingKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' } as JWK;
}

/** The provider warns of what is right for a test and wrong for production. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console;
  console.info = () => {};
  console.warn = () => {};
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}
