import type { IncomingMessage } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Tenant } from './tenants.ts';

/** Whom a token is for, once it has been verified. */
export interface Bearer {
  readonly tenant: Tenant;
  readonly kind: 'user' | 'app';
  readonly who: string;
  /** A user's scopes or an application's roles. */
  readonly permissions: readonly string[];
}

/** Verifies a request's token as a service would: signed by the tenant's own key, for this service, not expired. */
export type Verify = (request: IncomingMessage) => Promise<Bearer>;

export function verifier(tenants: readonly Tenant[], login: () => string, audience: string): Verify {
  const keys = new Map<Tenant, ReturnType<typeof createRemoteJWKSet>>();
  return async (request) => {
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const [, payload = ''] = token.split('.');
    const { tid } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { tid?: string };
    const tenant = tenants.find(({ id }) => id === tid);
    if (!tenant) throw new Error('The token is of no tenant that is known here.');
    const keySet = keys.get(tenant) ?? createRemoteJWKSet(new URL(`${login()}/${tenant.id}/discovery/v2.0/keys`));
    keys.set(tenant, keySet);
    const { payload: claims } = await jwtVerify(token, keySet, { audience, issuer: `${login()}/${tenant.id}/v2.0` });
    const kind = claims['idtyp'] === 'user' ? 'user' : 'app';
    return {
      tenant,
      kind,
      who: String(kind === 'user' ? claims.sub : claims['appid']),
      permissions: kind === 'user' ? String(claims['scp'] ?? '').split(' ') : ((claims['roles'] ?? []) as string[]),
    };
  };
}
