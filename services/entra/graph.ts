import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { jsonOf } from './jsonOf.ts';
import { type Answer, ask, type Limits, notTheService, type Question } from './webRequest.ts';

/** Microsoft Graph, as whoever the token is for. Paths begin behind `/v1.0`. */
export interface Graph {
  /** Reads one object. */
  get<T>(path: string, schema: z.ZodType<T>): Promise<T>;
  /** Reads all items of a collection, page by page. */
  list<T>(path: string, item: z.ZodType<T>): Promise<readonly T[]>;
  /** Creates, changes or deletes; answers nothing where Graph answers nothing. */
  send<T>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body: unknown,
    schema: z.ZodType<T>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<T | undefined>;
}

/**
 * Asks Microsoft Graph at this address by this token. Each call throws a `GraphRefusal` for what Graph refuses, and a `Problem`
 * where nothing, or something else, answers.
 */
export function createGraph(base: string, token: string, limits: Limits): Graph {
  const root = `${base}/v1.0`;

  async function call<T>(url: string, question: Question, schema: z.ZodType<T>): Promise<T | undefined> {
    const headers = { authorization: `Bearer ${token}`, accept: 'application/json', ...question.headers };
    const answer = await ask(url, { ...question, headers, secrets: [token] }, limits);
    if (answer.status >= 300) throw refusalOf(url, answer);
    if (answer.status === 204) return undefined;
    const parsed = schema.safeParse(jsonOf(answer.text));
    if (!parsed.success) throw notTheService(url, answer, 'Microsoft Graph');
    return parsed.data;
  }

  async function get<T>(path: string, schema: z.ZodType<T>): Promise<T> {
    const url = root + path;
    const found = await call(url, {}, schema);
    if (found === undefined) throw notTheService(url, { status: 204, text: '' }, 'Microsoft Graph');
    return found;
  }

  return {
    get,
    async list(path, item) {
      const page = z.object({ value: z.array(item), '@odata.nextLink': z.url().optional() });
      const items: z.output<typeof item>[] = [];
      for (let next: string | undefined = path, pages = 0; next !== undefined; pages += 1) {
        if (pages === mostPages) throw new Problem('host-unreachable', 'Microsoft Graph answers without end. Repeat it later.');
        const { value, '@odata.nextLink': link }: z.output<typeof page> = await get(next, page);
        items.push(...value);
        next = link && pathOf(link);
      }
      return items;
    },
    send: (method, path, body, schema, headers = {}) =>
      call(
        root + path,
        {
          method,
          headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        },
        schema,
      ),
  };
}

/** Graph refuses a request. Its message is Graph's own, with the ID by which Microsoft finds it. */
export class GraphRefusal extends Error {
  readonly status: number;
  /** Graph's word for it, such as `Authorization_RequestDenied`. */
  readonly code: string;

  constructor(status: number, { code, message, innerError }: z.output<typeof errorBody>['error']) {
    const id = innerError?.['request-id'];
    super(`${[code, message.replace(/\s+/g, ' ').trim()].filter(Boolean).join(': ')}${id ? ` Request ID: ${id}` : ''}`);
    this.name = 'GraphRefusal';
    this.status = status;
    this.code = code;
  }
}

const mostPages = 100;

const errorBody = z.object({
  error: z.object({
    code: z.string(),
    message: z.string().catch(''),
    innerError: z.object({ 'request-id': z.string().optional() }).optional().catch(undefined),
  }),
});

function refusalOf(url: string, answer: Answer): Error {
  const parsed = errorBody.safeParse(jsonOf(answer.text));
  return parsed.success ? new GraphRefusal(answer.status, parsed.data.error) : notTheService(url, answer, 'Microsoft Graph');
}

/** The next page is asked for at the same place, so that the token goes nowhere else. */
function pathOf(link: string): string {
  const { pathname, search } = new URL(link);
  return pathname.slice(pathname.indexOf('/v1.0/') + '/v1.0'.length) + search;
}
