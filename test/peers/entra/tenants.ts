import { randomUUID } from 'node:crypto';

/** What a tenant of the stand-in holds. Tests may look at it, and change it. */
export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domains: readonly string[];
  /** Of a tenant in a government cloud: DODCON in GCC High, DOD in DoD. */
  regionSubScope?: 'DODCON' | 'DOD';
  /** Users by name, each with the role that counts here. */
  readonly users: Map<string, 'globalAdministrator' | 'applicationAdministrator' | 'member'>;
  readonly applications: RegisteredApplication[];
  /** As Graph lists them. */
  readonly subscriptions: Subscription[];
  readonly mailboxes: Set<string>;
  /** Mailboxes that an application may open by a role of Exchange Online, by its ID (RBAC for Applications). */
  readonly mailboxRoles: Map<string, ReadonlySet<string>>;
  /** The service principal of Office 365 Exchange Online; null in a tenant without. */
  exchange: string | null;
}

export interface RegisteredApplication {
  readonly objectId: string;
  readonly appId: string;
  readonly uniqueName: string | null;
  properties: Readonly<Record<string, unknown>>;
  readonly secrets: Secret[];
  servicePrincipalId: string | null;
  /** Application permissions that are granted, by the service that they are for. */
  readonly roles: { readonly graph: string[]; readonly mail: string[] };
}

export interface Secret {
  readonly keyId: string;
  readonly displayName: string;
  readonly secretText: string;
  readonly endDateTime: string;
}

export interface Subscription {
  readonly skuPartNumber: string;
  readonly capabilityStatus: string;
  readonly prepaidUnits: { readonly enabled: number; readonly suspended: number; readonly warning: number };
  readonly servicePlans: readonly { readonly servicePlanId: string; readonly provisioningStatus?: string }[];
}

export const planIds = {
  p1: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  p2: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
  exchange: 'efb87545-963c-4e0d-99df-69c6916d9eb0',
} as const;

/** Contoso: two administrators and a member, an Exchange plan and P1, an application that signs in, and the MIM mailbox. */
export function contoso(): Tenant {
  return {
    id: '11111111-2222-3333-4444-555555555555',
    name: 'Contoso',
    domains: ['contoso.onmicrosoft.com'],
    users: new Map([
      ['admin@contoso.onmicrosoft.com', 'globalAdministrator'],
      ['apps@contoso.onmicrosoft.com', 'applicationAdministrator'],
      ['member@contoso.onmicrosoft.com', 'member'],
    ]),
    applications: [application({ appId: pipeline.clientId, secret: pipeline.clientSecret, graph: ['Organization.Read.All'] })],
    subscriptions: [subscription('EXCHANGESTANDARD', [planIds.exchange]), subscription('AAD_PREMIUM', [planIds.p1])],
    mailboxes: new Set(['svcMIMService@contoso.com']),
    mailboxRoles: new Map(),
    exchange: randomUUID(),
  };
}

/** The application by which a pipeline signs in to Contoso. */
export const pipeline = { clientId: 'aaaaaaaa-0000-4000-8000-000000000001', clientSecret: 'Pipeline~Secret.1' } as const;

export function subscription(name: string, plans: readonly string[], changes: Partial<Subscription> = {}): Subscription {
  return {
    skuPartNumber: name,
    capabilityStatus: 'Enabled',
    prepaidUnits: { enabled: 5, suspended: 0, warning: 0 },
    servicePlans: plans.map((servicePlanId) => ({ servicePlanId, provisioningStatus: 'Success' })),
    ...changes,
  };
}

interface Given {
  readonly appId?: string;
  readonly secret?: string;
  readonly secretExpires?: Date;
  readonly uniqueName?: string;
  readonly graph?: readonly string[];
  readonly mail?: readonly string[];
}

/** An application of a tenant, with what is given, and a service principal if it may sign in. */
export function application({ appId, secret, secretExpires, uniqueName, graph = [], mail = [] }: Given): RegisteredApplication {
  return {
    objectId: randomUUID(),
    appId: appId ?? randomUUID(),
    uniqueName: uniqueName ?? null,
    properties: {},
    secrets: secret ? [newSecret('made by hand', secretExpires ?? new Date(Date.now() + 86_400_000), secret)] : [],
    servicePrincipalId: secret ? randomUUID() : null,
    roles: { graph: [...graph], mail: [...mail] },
  };
}

export function newSecret(displayName: string, end: Date, secretText = `${randomUUID()}~${randomUUID()}`): Secret {
  return { keyId: randomUUID(), displayName, secretText, endDateTime: end.toISOString() };
}

export function isExpired({ endDateTime }: Secret): boolean {
  return Date.parse(endDateTime) < Date.now();
}
