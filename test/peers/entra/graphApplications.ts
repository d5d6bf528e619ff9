import { GraphError, mayRegister, needs, notFound, type Operation, seen } from './graphCall.ts';
import { application as newApplication, newSecret, type RegisteredApplication, type Tenant } from './tenants.ts';

/** What Graph does with applications. */
export const applicationOperations: readonly Operation[] = [
  {
    method: 'PATCH',
    path: /^\/applications\(uniqueName='([^']+)'\)$/,
    answer({ bearer, tenant, replication, prefer, key, body }) {
      mayRegister(bearer);
      const there = tenant.applications.find(({ uniqueName }) => uniqueName === key);
      if (there) {
        there.properties = { ...there.properties, ...body };
        return [204];
      }
      if (prefer !== 'create-if-missing') throw notFound(key);
      if (!body['displayName']) throw new GraphError(400, 'Request_BadRequest', 'displayName is required.');
      const created = newApplication({ uniqueName: key });
      created.properties = body;
      tenant.applications.push(created);
      replication.begin(created.objectId);
      return [201, shown(created)];
    },
  },
  {
    method: 'GET',
    path: /^\/applications\(uniqueName='([^']+)'\)$/,
    answer({ bearer, tenant, replication, key }) {
      needs(bearer, 'Application.ReadWrite.All');
      return [
        200,
        shown(
          seen(
            tenant.applications.find(({ uniqueName }) => uniqueName === key),
            key,
            replication,
          ),
        ),
      ];
    },
  },
  {
    method: 'GET',
    path: /^\/applications\/([^/]+)$/,
    answer({ bearer, tenant, replication, key }) {
      needs(bearer, 'Application.ReadWrite.All');
      return [200, shown(seen(byObjectId(tenant, key), key, replication))];
    },
  },
  {
    method: 'POST',
    path: /^\/applications\/([^/]+)\/addPassword$/,
    answer({ bearer, tenant, replication, key, body }) {
      mayRegister(bearer);
      const { displayName, endDateTime } = body['passwordCredential'] as { displayName: string; endDateTime: string };
      const secret = newSecret(displayName, new Date(endDateTime));
      seen(byObjectId(tenant, key), key, replication).secrets.push(secret);
      return [200, secret];
    },
  },
  {
    method: 'POST',
    path: /^\/applications\/([^/]+)\/removePassword$/,
    answer({ bearer, tenant, key, body }) {
      mayRegister(bearer);
      const { secrets } = byObjectId(tenant, key) ?? { secrets: [] };
      const at = secrets.findIndex(({ keyId }) => keyId === body['keyId']);
      if (at < 0) throw new GraphError(400, 'Request_BadRequest', 'No password credential found with keyId.');
      secrets.splice(at, 1);
      return [204];
    },
  },
];

function byObjectId({ applications }: Tenant, id: string): RegisteredApplication | undefined {
  return applications.find(({ objectId }) => objectId === id);
}

function shown({ objectId, appId, uniqueName, properties, secrets }: RegisteredApplication): Record<string, unknown> {
  const passwordCredentials = secrets.map(({ keyId, displayName, endDateTime }) => ({ keyId, displayName, endDateTime }));
  return { id: objectId, appId, uniqueName, ...properties, passwordCredentials };
}
