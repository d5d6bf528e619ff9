import { z } from 'zod';
import type { RegisteredApplication } from '../../machines/ports/registration.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Cloud } from './clouds.ts';
import { GraphRefusal } from './graph.ts';
import { exchangeOnline, fullAccessAsApp } from './registerApplication.ts';
import { findServicePrincipal } from './registerServicePrincipal.ts';
import type { Step } from './registrationStep.ts';

/**
 * Grants the application its permission for the whole organization, unless it has it. Where the signed-in role may not, an
 * administrator who may can do so by the link; then this finds it granted.
 */
export async function registerConsent(
  step: Step,
  application: RegisteredApplication,
  servicePrincipalId: string,
): Promise<{ readonly granted: boolean; readonly consentUrl: string }> {
  const { graph, cloud, replicated } = step;
  const exchange = await findServicePrincipal(graph, exchangeOnline);
  if (!exchange) {
    throw new Problem(
      'registration-failed',
      'The tenant has no Office 365 Exchange Online. See that the sign-in is to the tenant of the mailbox.',
    );
  }
  const assignment = { principalId: servicePrincipalId, resourceId: exchange.id, appRoleId: fullAccessAsApp };
  const granted = await replicated(async () => {
    const assigned = await graph.list(`/servicePrincipals/${encodeURIComponent(servicePrincipalId)}/appRoleAssignments`, role);
    if (assigned.some(({ resourceId, appRoleId }) => resourceId === exchange.id && appRoleId === fullAccessAsApp)) return true;
    return grant(step, assignment);
  });
  return { granted, consentUrl: consentUrl(cloud, application) };
}

/** Where a browser lets an administrator consent to what the application asks for. */
export function consentUrl({ login, portal }: Cloud, { tenantId, applicationId }: RegisteredApplication): string {
  const query = new URLSearchParams({ client_id: applicationId, redirect_uri: portal });
  return `${login}/${encodeURIComponent(tenantId)}/adminconsent?${query}`;
}

const role = z.object({ resourceId: z.string(), appRoleId: z.string() });

async function grant({ graph }: Step, assignment: Readonly<Record<string, string>>): Promise<boolean> {
  try {
    await graph.send('POST', `/servicePrincipals/${assignment['resourceId']}/appRoleAssignedTo`, assignment, z.unknown());
    return true;
  } catch (error) {
    if (error instanceof GraphRefusal && error.status === 403) return false;
    if (error instanceof GraphRefusal && /already exists/i.test(error.message)) return true;
    throw error;
  }
}
