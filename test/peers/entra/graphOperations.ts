import { randomUUID } from 'node:crypto';
import type { Bearer } from './bearer.ts';
import { application as newApplication, newSecret, type RegisteredApplication, type Tenant } from './tenants.ts';

export interface GraphCall {
  readonly bearer: Bearer;
  readonly tenant: Tenant;
  readonly audience: string;
  readonly replication: { begin(id: string): void; isSeen(id: string): boolean };
  readonly query: URLSearchParams;
  readonly prefer: string;
  /** What the path names in brackets or between slashes. */
  readonly key: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Operation {
  readonly method: string;
  readonly path: RegExp;
  answer(call: GraphCall): readonly [status: number, body?: unknown];
}

export class GraphError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const exchangeOnline = '00000002-0000-0ff1-ce00-000000000000';
export const fullAccessAsApp = 'dc890d15-9560-4a4c-9b7f-a736ec74ec40';

export const operations: readonly Operation[] = [
  {
    method: 'GET',
    path: /^\/subscribedSkus$/,
    answer({ bearer, tenant: { subscriptions }, audience, query }) {
      needs(bearer, 'Organization.Read.All');
      // One a page, so that whoever asks has to turn pages; the link names the real Graph, as Graph would.
      const page = Number(query.get('$skiptoken') ?? 0);
      const more = page + 1 < subscriptions.length;
      const next = more ? { '@odata.nextLink': `${audience}/v1.0/subscribedSkus?$skiptoken=${page + 1}` } : {};
      return [200, { value: subscriptions.slice(page, page + 1), ...next }];
    },
  },
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

function needs({ permissions }: Bearer, permission: string): void {
  const either = permission === 'Application.ReadWrite.All' ? [permission, 'Application.ReadWrite.OwnedBy'] : [permission];
  if (!either.some((one) => permissions.includes(one))) throw denied();
}

function mayRegister(bearer: Bearer): void {
  needs(bearer, 'Application.ReadWrite.All');
  if (bearer.kind === 'user' && (bearer.tenant.users.get(bearer.who) ?? 'member') === 'member') throw denied();
}

function denied(): GraphError {
  return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

function notFound(key: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function seen(
  application: RegisteredApplication | undefined,
  key: string,
  { isSeen }: Pick<GraphCall['replication'], 'isSeen'>,
): RegisteredApplication {
  if (!application || !isSeen(application.objectId)) throw notFound(key);
  return application;
}

function byObjectId({ applications }: Tenant, id: string): RegisteredApplication | undefined {
  return applications.find(({ objectId }) => objectId === id);
}

function byPrincipal({ applications }: Tenant, id: string): RegisteredApplication | undefined {
  return applications.find(({ servicePrincipalId }) => servicePrincipalId === id);
}

function shown({ objectId, appId, uniqueName, properties, secrets }: RegisteredApplication): Record<string, unknown> {
  const passwordCredentials = secrets.map(({ keyId, displayName, endDateTime }) => ({ keyId, displayName, endDateTime }));
  return { id: objectId, appId, uniqueName, ...properties, passwordCredentials };
}
