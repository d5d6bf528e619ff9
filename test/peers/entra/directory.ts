import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type Provider from 'oidc-provider';
import { bodyOf, type Handler, sendJson } from './listener.ts';
import { type Audiences, createProvider } from './provider.ts';
import { isExpired, type Tenant } from './tenants.ts';

export interface DirectoryOptions {
  readonly tenants: readonly Tenant[];
  readonly audiences: Audiences;
  readonly clientId: string;
  readonly codeLasts: () => number;
  /** Is told each token that is handed out. */
  readonly issue: (token: string) => void;
}

/**
 * The directory: an OAuth 2 server for each tenant, behind a front that gives it the directory's addresses and the directory's
 * words for what it refuses.
 */
export async function directoryAt(url: string, options: DirectoryOptions): Promise<Handler> {
  const places = new Map<string, { tenant: Tenant; provider: Provider }>();
  for (const tenant of options.tenants) {
    const provider = await createProvider({ ...options, tenant, issuer: `${url}/${tenant.id}/v2.0` });
    for (const name of [tenant.id, ...tenant.domains]) places.set(name.toLowerCase(), { tenant, provider });
    if (!places.has('organizations')) places.set('organizations', { tenant, provider });
  }

  return async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', url);
    const [, name = '', ...rest] = pathname.split('/');
    const place = places.get(name.toLowerCase());
    if (!place) {
      return refuse(
        response,
        400,
        'invalid_request',
        90002,
        `Tenant '${name}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
      );
    }
    const path = `/${rest.join('/')}`;
    if (path === '/v2.0/.well-known/openid-configuration') {
      const { id, regionSubScope } = place.tenant;
      const stated =
        regionSubScope === undefined ? {} : { tenant_region_scope: 'USGov', tenant_region_sub_scope: regionSubScope };
      return sendJson(response, 200, {
        issuer: `${url}/${id}/v2.0`,
        token_endpoint: `${url}/${id}/oauth2/v2.0/token`,
        ...stated,
      });
    }
    // By the difference of the two, the provider learns where it is mounted.
    const mounted = { originalUrl: `/${name}${path}${search}`, url: path + search };
    if (path === '/oauth2/v2.0/token' || path === '/oauth2/v2.0/devicecode') {
      const form = Object.fromEntries(new URLSearchParams(await bodyOf(request)));
      asDirectoryAnswers(response, form, place.tenant, options.issue);
      return place.provider.callback()(replayed(request, asProviderTakesIt(form, place.tenant), mounted), response);
    }
    return place.provider.callback()(Object.assign(request, mounted), response);
  };
}

/** The request once more, with another form. */
function replayed(request: IncomingMessage, form: Form, mounted: object): IncomingMessage {
  const body = Buffer.from(new URLSearchParams(form).toString());
  const { method, headers, socket, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  return Object.assign(Readable.from([body]), {
    ...{ method, socket, httpVersion, httpVersionMajor, httpVersionMinor },
    headers: { ...headers, 'content-length': String(body.length) },
    ...mounted,
  }) as unknown as IncomingMessage;
}

type Form = Record<string, string>;

function asProviderTakesIt(form: Form, { applications }: Tenant): Form {
  const grant = form['grant_type'] === 'device_code' ? { grant_type: 'urn:ietf:params:oauth:grant-type:device_code' } : {};
  const valid = applications.find(({ appId }) => appId === form['client_id'])?.secrets.filter((secret) => !isExpired(secret));
  const given = valid?.find(({ secretText }) => secretText === form['client_secret']);
  // Any of an application's secrets will do; the provider knows of one.
  return { ...form, ...grant, ...(given && { client_secret: valid?.at(-1)?.secretText ?? '' }) };
}

/** Holds the provider's answer back, and sends what the directory would say. */
function asDirectoryAnswers(response: ServerResponse, form: Form, tenant: Tenant, issue: (token: string) => void): void {
  const chunks: Buffer[] = [];
  const end = response.end.bind(response);
  response.write = (chunk: string | Uint8Array) => chunks.push(Buffer.from(chunk)) > 0;
  response.end = ((chunk?: string | Uint8Array) => {
    if (chunk) chunks.push(Buffer.from(chunk));
    Object.assign(response, { end });
    response.removeHeader('content-length');
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
    const refusal = refusalFor(String(body['error'] ?? ''), form, tenant);
    if (refusal) return refuse(response, 400, ...refusal);
    for (const token of [body['access_token'], body['refresh_token']]) if (typeof token === 'string') issue(token);
    return end(JSON.stringify({ ...body, ...added(body, tenant) }));
  }) as typeof response.end;
}

function added(body: Record<string, unknown>, tenant: Tenant): Record<string, unknown> {
  if (body['device_code']) return { interval: 1, message: `Open ${body['verification_uri']} and enter ${body['user_code']}.` };
  if (typeof body['id_token'] !== 'string') return {};
  const [, payload = ''] = body['id_token'].split('.');
  const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { sub: string };
  return { client_info: Buffer.from(JSON.stringify({ uid: sub, utid: tenant.id })).toString('base64url') };
}

type Refused = readonly [error: string, code: number, text: string];

function refusalFor(error: string, form: Form, { applications, name }: Tenant): Refused | undefined {
  const client = form['client_id'];
  const known = applications.find(({ appId }) => appId === client);
  if (error === '') return undefined;
  if (error === 'invalid_client' && known?.servicePrincipalId) {
    return known.secrets.some((secret) => secret.secretText === form['client_secret'] && isExpired(secret))
      ? ['invalid_client', 7000222, `The provided client secret keys for app '${client}' are expired.`]
      : [
          'invalid_client',
          7000215,
          `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${client}'.`,
        ];
  }
  if (error === 'invalid_client') {
    return ['unauthorized_client', 700016, `Application with identifier '${client}' was not found in the directory '${name}'.`];
  }
  if (error === 'authorization_pending')
    return [error, 70016, 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.'];
  if (error === 'access_denied')
    return ['authorization_declined', 70018, 'Bad verification code: the end user declined the authorization.'];
  if (error === 'expired_token')
    return [error, 70020, 'The provided value for the input parameter device_code is not valid. This device code has expired.'];
  if (error === 'invalid_grant') return [error, 70000, 'Provided grant is invalid or malformed.'];
  return [error, 90014, 'The request is not valid.'];
}

function refuse(response: ServerResponse, status: number, ...[error, code, text]: Refused): void {
  const trace_id = randomUUID();
  const correlation_id = randomUUID();
  const timestamp = new Date().toISOString();
  sendJson(response, status, {
    error,
    error_description: `AADSTS${code}: ${text} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`,
    error_codes: [code],
    timestamp,
    trace_id,
    correlation_id,
  });
}
