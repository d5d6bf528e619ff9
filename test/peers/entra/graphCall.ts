import type { Bearer } from './bearer.ts';
import type { RegisteredApplication, Tenant } from './tenants.ts';

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

export function needs({ permissions }: Bearer, permission: string): void {
  const either = permission === 'Application.ReadWrite.All' ? [permission, 'Application.ReadWrite.OwnedBy'] : [permission];
  if (!either.some((one) => permissions.includes(one))) throw denied();
}

export function mayRegister(bearer: Bearer): void {
  needs(bearer, 'Application.ReadWrite.All');
  if (bearer.kind === 'user' && (bearer.tenant.users.get(bearer.who) ?? 'member') === 'member') throw denied();
}

export function denied(): GraphError {
  return new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

export function notFound(key: string): GraphError {
  return new GraphError(
    404,
    'Request_ResourceNotFound',
    `Resource '${key}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

export function seen(
  application: RegisteredApplication | undefined,
  key: string,
  { isSeen }: Pick<GraphCall['replication'], 'isSeen'>,
): RegisteredApplication {
  if (!application || !isSeen(application.objectId)) throw notFound(key);
  return application;
}
