import type { z } from 'zod';
import type { finding, problemDetails } from '../../../http/replySchemas/problemDetails.ts';
import { language } from '../language/language.ts';
import { say } from '../language/say.ts';

/** A request that the service refused, or that did not get to it. */
export class Refused extends Error {
  readonly status: number;
  /** The service's stable code; `unreachable` where it did not answer. */
  readonly code: string;
  readonly title: string;
  readonly remedy: string | undefined;
  readonly errors: readonly FieldError[];

  constructor(status: number, problem: Partial<Reason>) {
    super(problem.detail ?? '');
    this.status = status;
    this.code = problem.code ?? 'unexpected';
    this.title = problem.title ?? say('Something went wrong');
    this.remedy = problem.remedy;
    this.errors = problem.errors ?? [];
  }
}

/** What is wrong with one field. */
export type FieldError = z.output<typeof finding>;

/** Why a request was refused: by the service, or by this page, which has codes of its own. */
type Reason = Omit<z.output<typeof problemDetails>, 'code'> & { readonly code: string };

interface Wish {
  readonly method?: string;
  readonly body?: unknown;
  /** A body that is sent as it is, as text. */
  readonly text?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks the REST API for JSON. @throws {Refused} for anything but success. */
export async function ask<T>(path: string, wish: Wish = {}): Promise<T> {
  const text = await (await send(path, wish)).text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

/** Sends a request. @throws {Refused} for anything but success; without a token it leads to the sign-in page. */
export async function send(path: string, { method = 'GET', body, text, headers = {} }: Wish = {}): Promise<Response> {
  const response = await fetch(path, {
    method,
    headers: {
      'Accept-Language': language,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(text !== undefined && { 'Content-Type': 'text/plain' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    ...(text !== undefined && { body: text }),
  }).catch(() => {
    throw new Refused(0, unreachable);
  });
  if (response.ok) return response;
  if (response.status === 401 && !path.startsWith('/session')) toSignIn();
  throw new Refused(response.status, await problemOf(response));
}

/** Leads to the sign-in page, and back here afterwards. */
function toSignIn(): void {
  if (location.pathname !== '/sign-in') location.assign(`/sign-in?next=${encodeURIComponent(location.pathname)}`);
}

async function problemOf(response: Response): Promise<Partial<Reason>> {
  try {
    return (await response.json()) as Partial<Reason>;
  } catch {
    return { title: say('The service answered {status}', { status: response.status }) };
  }
}

const unreachable = {
  code: 'unreachable',
  title: say('The service does not answer'),
  detail: say('Nothing was lost. Make sure that it is running; this page continues by itself when it is back.'),
};
