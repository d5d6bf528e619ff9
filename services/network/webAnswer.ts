import type { ProblemCode } from '../../machines/vocabulary/problems.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { codeOf, connectionFailure } from './connectionFailure.ts';
import { tlsFailure } from './tlsFailure.ts';

/** What a web server answers to somebody who has not signed in. */
export interface WebAnswer {
  /** Where the answer came from in the end, after redirections. */
  readonly url: URL;
  readonly status: number;
  readonly headers: Headers;
  /** The authentication schemes that it asks for, in lower case. */
  readonly schemes: readonly string[];
}

/**
 * Asks for a page without signing in, follows redirections, and reads no body.
 *
 * @param unsuitable the code of the problem where something answers, and not by HTTP.
 * @throws {Problem} `host-unreachable`, `certificate-untrusted`, or `unsuitable`; the signal's reason, once it is called off.
 *
 * @example
 * const { status, schemes } = await askWeb(new URL('https://mim.contoso.com'), signal, 'site-unsuitable');
 */
export async function askWeb(url: URL, signal: AbortSignal, unsuitable: ProblemCode): Promise<WebAnswer> {
  const response = await fetch(url, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw problemOf(error, url, unsuitable);
  });
  await response.body?.cancel().catch(() => {});
  return {
    url: new URL(response.url || url),
    status: response.status,
    headers: response.headers,
    schemes: schemesOf(response.headers.get('www-authenticate') ?? ''),
  };
}

/** Whether it offers Negotiate or NTLM. */
export function offersWindowsAuthentication({ schemes }: Pick<WebAnswer, 'schemes'>): boolean {
  return schemes.includes('negotiate') || schemes.includes('ntlm');
}

/**
 * The schemes of a `WWW-Authenticate` header, whose challenges and their parameters are both set apart by commas (RFC 9110, 11.6.1).
 */
export function schemesOf(header: string): readonly string[] {
  const unquoted = header.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  const found = [...unquoted.matchAll(/(?:^|,)\s*([A-Za-z][\w-]*)(?=\s*(?:,|$)|\s+[^\s=])/g)].map(([, scheme]) =>
    scheme!.toLowerCase(),
  );
  return [...new Set(found)];
}

function problemOf(error: unknown, url: URL, unsuitable: ProblemCode): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(cause instanceof Error)) return error;
  const code = codeOf(cause) ?? '';
  const port = portOf(url);
  const distrust = tlsFailure(code, url.hostname);
  if (distrust) return new Problem('certificate-untrusted', distrust, { cause });
  return (
    connectionFailure(cause, url.hostname, port) ?? new Problem(unsuitable, oddity(code, cause.message, url, port), { cause })
  );
}

function oddity(code: string, message: string, url: URL, port: number): string {
  if (message === 'bad port') return `Browsers refuse to open port ${port}. Choose another port.`;
  if (message.includes('redirect'))
    return `${url} leads on and on to other addresses. Open it in a browser and mend the redirections.`;
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return `${url.hostname} does not speak TLS on port ${port} in a way that this host accepts. Check the port, and whether the server allows TLS 1.2.`;
  }
  return `What answers at ${url} is not a web server, or it broke off. Check the address and see what listens on port ${port}.`;
}

/** The port that an address leads to, stated or not. */
export function portOf({ protocol, port }: URL): number {
  return Number(port || (protocol === 'https:' ? 443 : 80));
}
