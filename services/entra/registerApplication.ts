import { z } from 'zod';
import type { RegisteredApplication } from '../../machines/ports/registration.ts';
import type { Step } from './registrationStep.ts';

/** The application ID of Office 365 Exchange Online, in every cloud. */
export const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000';
/** The ID of its application permission `full_access_as_app`. */
export const fullAccessAsApp = 'dc890d15-9560-4a4c-9b7f-a736ec74ec40';

/**
 * Creates the application of this installation, or finds it and sets it right: both are one request, for the installation's
 * ID is the application's unique name, which the directory gives to one application only. It asks for the one permission
 * that it needs, so not for User.Read (guide, Registering application using Microsoft Entra admin center, 3 to 7).
 */
export async function registerApplication(
  { graph, cloud, tenantId, replicated }: Step,
  installation: string,
): Promise<RegisteredApplication> {
  const path = `/applications(uniqueName='${encodeURIComponent(`mim-setup-${installation}`)}')`;
  const created = await replicated(() =>
    graph.send(
      'PATCH',
      path,
      {
        displayName: 'MIM Service mailbox client access',
        notes: `Registered by mim-setup for its installation ${installation}.`,
        signInAudience: 'AzureADMyOrg',
        requiredResourceAccess: [{ resourceAppId: exchangeOnline, resourceAccess: [{ id: fullAccessAsApp, type: 'Role' }] }],
        web: { redirectUris: [cloud.portal] },
      },
      application,
      { prefer: 'create-if-missing' },
    ),
  );
  const { id: objectId, appId: applicationId } =
    created ?? (await replicated(() => graph.get(`${path}?$select=id,appId`, application)));
  return { objectId, applicationId, tenantId };
}

const application = z.object({ id: z.string().min(1), appId: z.string().min(1) });
