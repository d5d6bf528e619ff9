import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, unavailable } from '../checks/finding.ts';
import { codeOf, hasNoRoute } from '../network/connectionFailure.ts';
import { isDistrust } from '../network/tlsFailure.ts';
import { maskerOf } from '../secrets/mask.ts';

/** A request, as `fetch` takes it. */
export interface Question {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Taken out of the other side's words where it refuses (status 400 and above). */
  readonly secrets?: readonly string[];
}

/** An answer of whatever status, its body read. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What ends a request: the signal, and where nobody else counts the time, its own limit, milliseconds. */
export interface Limits {
  readonly signal: AbortSignal;
  readonly timeout?: number;
}

/**
 * One request that always ends: with an answer of whatever status and of 8 MiB at most, or with a `Problem` that says why there is
 * none (`timed-out`, `host-unreachable`). No redirection is followed, so that a token goes nowhere else. Called off, it throws the
 * signal's reason.
 */
export async function ask(url: string, { secrets = [], ...question }: Question, { timeout, signal }: Limits): Promise<Answer> {
  const { host } = new URL(url);
  const limit = timeout === undefined ? null : AbortSignal.timeout(timeout);
  try {
    const response = await fetch(url, {
      ...question,
      redirect: 'manual',
      signal: limit ? AbortSignal.any([signal, limit]) : signal,
    });
    const text = await textOf(response, host);
    const { status, headers } = response;
    return { status, headers, text: status >= 400 ? maskerOf(secrets)(text) : text };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Problem) throw error;
    if (limit?.aborted) throw new Problem('timed-out', `${host} did not answer in time. Repeat it.`);
    throw unreachable(host, error);
  }
}

/** Nothing answers, or something else than was expected. */
export class Unreachable extends Problem {
  /** There is no way from this host to the other: nothing is known about the other. */
  readonly noRoute: boolean;

  constructor(message: string, { noRoute = false, ...options }: ErrorOptions & { readonly noRoute?: boolean } = {}) {
    super('host-unreachable', message, options);
    this.noRoute = noRoute;
  }
}

/** Something answers in place of the service: a proxy, a sign-in page of the network, another server. */
export function notTheService(url: string, { status, text }: Pick<Answer, 'status' | 'text'>, service: string): Unreachable {
  return new Unreachable(
    `What answers at ${new URL(url).host} is not ${service} (HTTP ${status}${text ? '' : ', empty'}). See that no proxy or sign-in page of the network is in between, then repeat it.`,
  );
}

/** A host that has no way to the service can't check it: a warning that says so. Any other failure stays one. */
export async function orNoRoute(find: () => Promise<Finding>): Promise<Finding> {
  try {
    return await find();
  } catch (error) {
    if (error instanceof Unreachable && error.noRoute) return { ...unavailable(error.message), ...detailOf(error) };
    throw error;
  }
}

const longestAnswer = 8 * 1024 * 1024;

async function textOf(response: Response, host: string): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > longestAnswer) throw new Unreachable(`${host} answers without end. See that it is the right host.`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function unreachable(host: string, error: unknown): Unreachable {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = codeOf(cause) ?? '';
  const options = { cause, noRoute: hasNoRoute(code) };
  if (isDistrust(code)) {
    return new Unreachable(
      `The certificate of ${host} is not trusted here (${code}). If a proxy inspects the traffic, import its authority into the trusted roots of this host, or name a file with it in NODE_EXTRA_CA_CERTS, and start the service again.`,
      options,
    );
  }
  if (options.noRoute) {
    return new Unreachable(
      `This cannot be checked here: there is no way from this host to ${host} (${code}). Open the way in DNS and firewall, or name the proxy (HTTPS_PROXY, with NODE_USE_ENV_PROXY=1) and start the service again; then repeat it. Or run the service where there is a way.`,
      options,
    );
  }
  return new Unreachable(
    `${host} cannot be reached${code && ` (${code})`}. See to the network and the firewall between, then repeat it.`,
    options,
  );
}

function detailOf({ cause }: Error): { detail?: string } {
  return cause instanceof Error && cause.message ? { detail: cause.message } : {};
}
