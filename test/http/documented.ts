import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { z } from 'zod';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { replySchemas } from '../../server/http/schemaNames.ts';
import type { View } from '../../server/view/view.ts';
import { Client, type Reply } from '../client.ts';

/** A reply as it came. */
export interface Came {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly type: string;
  readonly body: unknown;
}

/** Throws where a reply is not what the OpenAPI document says of it: its status, its type, or its body, to the last field. */
export function expectDocumented({ method, path, status, type, body }: Came): void {
  const call = `${method} ${path} ${status}`;
  const reply = replyOf(method, path, status);
  const media = type.split(';')[0]!;
  if (!reply) throw new Error(`${call}: the document has no such reply.`);
  if (!media && !reply.content) return;
  const content = reply.content?.[media];
  if (!content) throw new Error(`${call}: the document does not say that it is ${media || 'empty'}.`);
  if (/json$/.test(media)) expectValid(content.schema, body, call);
}

/** Throws where a body that the service has taken is none that the document lets a client send. */
export function expectDocumentedBody(method: string, path: string, body: unknown): void {
  const content = callOf(method, path)?.requestBody?.content['application/json'];
  if (!content) throw new Error(`${method} ${path}: the document does not say that it takes a body.`);
  expectValid(content.schema, body, `${method} ${path} takes`);
}

/** Throws where something is not what the document has under this name. */
export function expectDocumentedData(name: string, data: unknown): void {
  expectValid({ $ref: `#/components/schemas/${name}` }, data, name);
}

/** A client that holds every reply, and every body that is taken, against the document. */
export class DocumentedClient extends Client {
  override async request<Body = View>(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Reply<Body>> {
    const reply = await super.request<Body>(method, path, body, headers);
    const type = reply.headers.get('content-type') ?? '';
    expectDocumented({ method, path, status: reply.status, type, body: reply.body });
    if (reply.status < 300 && typeof body === 'object') expectDocumentedBody(method, path, body);
    return reply;
  }
}

/** The statuses that a client may be answered with, by the document, where the service is well; none for a call that is not in it. */
export function documentedStatuses(method: string, path: string): readonly number[] {
  const responses = callOf(method === 'HEAD' ? 'GET' : method, path)?.responses ?? {};
  return Object.keys(responses).map(Number).filter(Number.isInteger);
}

interface DocumentedReply {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface Call {
  readonly responses: Readonly<Record<string, DocumentedReply>>;
  readonly requestBody?: Required<DocumentedReply>;
}

const paths = Object.entries(ownDocument.paths as Record<string, Record<string, Call>>).map(([path, calls]) => {
  return { path, calls, matches: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) };
});

function callOf(method: string, path: string): Call | undefined {
  // A slash at the end leads to the same call.
  const asked = path.split('?')[0]!.replace(/(?<=.)\/$/, '');
  const found = paths.find((one) => one.path === asked) ?? paths.find(({ matches }) => matches.test(asked));
  return found?.calls[method.toLowerCase()];
}

/** What no call is described for is answered by a problem, as everything is that has no reply of its own. */
function replyOf(method: string, path: string, status: number): DocumentedReply | undefined {
  const call = callOf(method, path);
  if (!call) return status === 404 || status === 405 || status === 403 || status === 401 ? anyProblem : undefined;
  return call.responses[String(status)] ?? (status === 405 || status >= 500 ? call.responses['default'] : undefined);
}

const anyProblem: DocumentedReply = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDetails' } } },
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const validators = new Map<string, ReturnType<typeof ajv.compile>>();
const components = { schemas: closed(ownDocument.components.schemas) };

function expectValid(schema: object, body: unknown, call: string): void {
  const text = JSON.stringify(schema);
  const validate = validators.get(text) ?? ajv.compile({ ...schema, components });
  validators.set(text, validate);
  if (!validate(body)) throw new Error(`${call}: ${(validate.errors ?? []).slice(0, 5).map(said).join('; ')}`);
}

function said({ instancePath, message, params }: ErrorObject): string {
  return `${instancePath} ${message} ${JSON.stringify(params)}`;
}

/** Clients are told that replies may grow; here a field that the document does not know is a field that it has missed. */
function closed(schemas: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const replies = Object.keys(z.toJSONSchema(replySchemas).schemas);
  return Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, replies.includes(name) ? close(schema) : schema]),
  );
}

function close(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(close);
  if (typeof schema !== 'object' || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, close(value)]));
  return inner['type'] === 'object' && inner['properties'] && inner['additionalProperties'] === undefined
    ? { ...inner, additionalProperties: false }
    : inner;
}
