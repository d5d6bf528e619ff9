import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { CloudName } from './clouds.ts';
import { jsonOf } from './jsonOf.ts';
import { ask, type Limits } from './webRequest.ts';

/**
 * In which of the two government clouds a tenant is, by what the directory that both share says of it
 * (`tenant_region_sub_scope` in its OpenID configuration: DODCON is GCC High, DOD is DoD). Null where it says neither of them, knows
 * no such tenant, or gives no answer: the sign-in that follows tells why.
 */
export async function governmentCloudOf(login: string, tenant: string, limits: Limits): Promise<CloudName | null> {
  try {
    const { status, text } = await ask(`${login}/${tenant}/v2.0/.well-known/openid-configuration`, {}, limits);
    const stated = configuration.safeParse(status === 200 ? jsonOf(text) : undefined);
    return stated.success ? (clouds[stated.data.tenant_region_sub_scope] ?? null) : null;
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

const configuration = z.object({ tenant_region_sub_scope: z.string() });
const clouds: Readonly<Record<string, CloudName>> = { DODCON: 'governmentGccHigh', DOD: 'governmentDod' };
