import { z } from 'zod';
import { jsonOf } from './jsonOf.ts';

/** What an access token says about itself. Nothing is trusted by it: each service judges the token that it is shown. */
export interface Claims {
  /** The permissions that were granted to an application. */
  readonly roles: readonly string[];
  readonly tenantId: string | undefined;
}

/** Reads a token without verifying it. One that can't be read, claims nothing. */
export function claimsOf(token: string): Claims {
  const [, payload = ''] = token.split('.');
  const { data } = claims.safeParse(jsonOf(Buffer.from(payload, 'base64url').toString('utf8')));
  return { roles: data?.roles ?? [], tenantId: data?.tid };
}

const claims = z.object({ roles: z.array(z.string()).catch([]), tid: z.string().optional().catch(undefined) });
