import { randomUUID } from 'node:crypto';
import { denied, GraphError, mayRegister, needs, notFound, type Operation, seen } from './graphCall.ts';
import type { RegisteredApplication, Tenant } from './tenants.ts';

export const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000';
export const fullAccessAsApp = 'dc890d15-9560-4a4c-9b7f-a736ec74ec40';

/** What Graph does with service principals and the permissions that they are granted. */
export const servicePrincipalOperations: readonly Operation[] = [
  {
    method: 'POST',
    path: /^\/servicePrincipals$/,
    answer({ bearer, tenant, replication, body }) {
      mayRegister(bearer);
      const application = tenant.applications.find(({ appId }) => appId === body['appId']);
      if (!application || !replication.isSeen(application.objectId)) {
        throw new GraphError(
          400,
          'Request_BadRequest',
          `The appId '${body['appId']}' of the service principal does not reference a valid application object.`,
        );
      }
      if (application.servicePrincipalId) {
        throw new GraphError(
          409,
          'Request_MultipleObjectsWithSameKeyValue',
          `The service principal cannot be created, updated, or restored because the service principal name ${body['appId']} is already in use.`,
        );
      }
      application.servicePrincipalId = randomUUID();
      replication.begin(application.servicePrincipalId);
      return [201, { id: application.servicePrincipalId, appId: application.appId }];
    },
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals\(appId='([^']+)'\)$/,
    answer({ bearer, tenant, replication, key }) {
      needs(bearer, 'Application.ReadWrite.All');
      const id =
        key === exchangeOnline ? tenant.exchange : tenant.applications.find(({ appId }) => appId === key)?.servicePrincipalId;
      if (!id || !replication.isSeen(id)) throw notFound(key);
      return [200, { id, appId: key }];
    },
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals\/([^/]+)$/,
    answer({ bearer, tenant, replication, key }) {
      needs(bearer, 'Application.ReadWrite.All');
      seen(byPrincipal(tenant, key), key, { isSeen: () => replication.isSeen(key) });
      return [200, { id: key }];
    },
  },
  {
    method: 'GET',
    path: /^\/servicePrincipals\/([^/]+)\/appRoleAssignments$/,
    answer({ bearer, tenant, replication, key }) {
      needs(bearer, 'Application.ReadWrite.All');
      const { roles } = seen(byPrincipal(tenant, key), key, { isSeen: () => replication.isSeen(key) });
      const value = roles.mail.map(() => ({ principalId: key, resourceId: tenant.exchange, appRoleId: fullAccessAsApp }));
      return [200, { value }];
    },
  },
  {
    method: 'POST',
    path: /^\/servicePrincipals\/([^/]+)\/appRoleAssignedTo$/,
    answer({ bearer, tenant, key, body }) {
      needs(bearer, 'AppRoleAssignment.ReadWrite.All');
      if (bearer.kind === 'user' && tenant.users.get(bearer.who) !== 'globalAdministrator') throw denied();
      const application = byPrincipal(tenant, String(body['principalId']));
      if (key !== tenant.exchange || body['appRoleId'] !== fullAccessAsApp || !application) {
        throw new GraphError(400, 'Request_BadRequest', 'Not a valid reference update.');
      }
      if (application.roles.mail.length > 0) {
        throw new GraphError(400, 'Request_BadRequest', 'Permission being assigned already exists on the object');
      }
      application.roles.mail.push('full_access_as_app');
      return [201, { id: randomUUID(), ...body }];
    },
  },
];

function byPrincipal({ applications }: Tenant, id: string): RegisteredApplication | undefined {
  return applications.find(({ servicePrincipalId }) => servicePrincipalId === id);
}
