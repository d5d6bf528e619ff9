import { z } from 'zod';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { type Graph, GraphRefusal } from './graph.ts';

/** The permission that reading a tenant's subscriptions needs. */
export const subscriptionPermission = 'Organization.Read.All';

/**
 * Looks for Microsoft Entra ID P1 or P2 among the tenant's subscriptions (guide, Common deployment steps, 5). What Graph refuses is
 * a finding, too; a `Problem` is thrown where it can't be reached.
 */
export async function findSubscription(graph: Graph): Promise<Finding> {
  try {
    return judge(await graph.list('/subscribedSkus', subscription));
  } catch (error) {
    if (!(error instanceof GraphRefusal)) throw error;
    return refused(error);
  }
}

/** Service plan IDs, from Microsoft's list of product names and service plan identifiers. */
const plans: Readonly<Record<string, string>> = {
  '41781fb2-bc02-4b7c-bd55-b576c07bb09d': 'Microsoft Entra ID P1',
  'eec0eb4f-6444-4f95-aba0-50c24d67f998': 'Microsoft Entra ID P2',
};

const units = z.number().catch(0);
const subscription = z.object({
  skuPartNumber: z.string().catch('unnamed'),
  capabilityStatus: z.string(),
  prepaidUnits: z.object({ enabled: units, warning: units }).catch({ enabled: 0, warning: 0 }),
  servicePlans: z.array(z.object({ servicePlanId: z.string(), provisioningStatus: z.string().catch('Success') })).catch([]),
});
type Subscription = z.output<typeof subscription>;

function judge(subscriptions: readonly Subscription[]): Finding {
  const holding = subscriptions.filter((one) => planOf(one) !== undefined);
  const usable = holding.find(isUsable);
  if (usable) return passed(`The tenant has ${planOf(usable)}, by its subscription ${usable.skuPartNumber}.`);
  const expired = holding.map(({ skuPartNumber, capabilityStatus }) => `${skuPartNumber} (${capabilityStatus})`).join(', ');
  return failed(
    'subscription-not-found',
    expired
      ? `The subscriptions that hold Microsoft Entra ID P1 or P2 cannot be used: ${expired}. Renew one, or install the Volume License edition.`
      : 'None of the subscriptions of this tenant holds Microsoft Entra ID P1 or P2. Sign in to the right tenant, or install the Volume License edition.',
  );
}

function planOf({ servicePlans }: Subscription): string | undefined {
  const plan = servicePlans.find(
    ({ servicePlanId, provisioningStatus }) => plans[servicePlanId] && provisioningStatus !== 'Disabled',
  );
  return plan && plans[plan.servicePlanId];
}

function isUsable({ capabilityStatus, prepaidUnits }: Subscription): boolean {
  return ['Enabled', 'Warning'].includes(capabilityStatus) && prepaidUnits.enabled + prepaidUnits.warning > 0;
}

function refused({ status, message }: GraphRefusal): Finding {
  if (status === 403) {
    return warning(
      'check-unavailable',
      `The subscriptions cannot be read with this sign-in. Sign in with one that has the permission ${subscriptionPermission}, or see in the admin center that the tenant has Microsoft Entra ID P1 or P2.`,
      message,
    );
  }
  if (status === 401)
    return failed('sign-in-failed', 'Microsoft Graph does not take the sign-in. Sign in again.', { detail: message });
  return failed('host-unreachable', `Microsoft Graph could not answer (HTTP ${status}). Repeat it later.`, { detail: message });
}
