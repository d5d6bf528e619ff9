import { z } from 'zod';
import type { RegisteredApplication } from '../../machines/ports/registration.ts';
import { type Graph, GraphRefusal } from './graph.ts';
import type { Step } from './registrationStep.ts';

/**
 * Finds or creates the application's service principal, of which the directory allows one, and waits until the directory has
 * replicated it (guide, Registering application using a PowerShell script: "to avoid replication issues").
 */
export async function registerServicePrincipal(
  { graph, replicated }: Step,
  { applicationId }: Pick<RegisteredApplication, 'applicationId'>,
): Promise<{ readonly servicePrincipalId: string }> {
  const { id } = await replicated(
    async () => (await findServicePrincipal(graph, applicationId)) ?? (await create(graph, applicationId)),
  );
  await replicated(() => graph.get(`/servicePrincipals/${id}?$select=id`, servicePrincipal));
  return { servicePrincipalId: id };
}

/** The service principal of an application in this tenant; undefined where there is none, or none yet. */
export async function findServicePrincipal(graph: Graph, applicationId: string): Promise<{ readonly id: string } | undefined> {
  try {
    return await graph.get(`/servicePrincipals(appId='${encodeURIComponent(applicationId)}')?$select=id`, servicePrincipal);
  } catch (error) {
    if (error instanceof GraphRefusal && error.status === 404) return undefined;
    throw error;
  }
}

const servicePrincipal = z.object({ id: z.string().min(1) });

async function create(graph: Graph, appId: string): Promise<{ readonly id: string }> {
  const created = await graph.send('POST', '/servicePrincipals', { appId }, servicePrincipal);
  return created ?? graph.get(`/servicePrincipals(appId='${encodeURIComponent(appId)}')?$select=id`, servicePrincipal);
}
