import { Problem } from '../../machines/vocabulary/problems.ts';

/** Why no connection came about, as a problem that the user can act on; null for an error that is not about connecting. */
export function connectionFailure(error: unknown, host: string, port: number): Problem | null {
  const code = codeOf(error);
  if (code === null) return null;
  if (unresolved.has(code)) return doesNotResolve(host, error);
  if (code === 'ECONNREFUSED') {
    return unreachable(
      `${host} refuses connections to port ${port}. See that the server program runs there, listens on this port, and that no firewall refuses.`,
      error,
    );
  }
  if (silent.has(code)) {
    return unreachable(
      `No connection to ${host}, port ${port}, comes about. See that the host is up, and that routes and firewalls let this host through.`,
      error,
    );
  }
  return null;
}

/** The problem (`host-unreachable`) that a name does not resolve. */
export function doesNotResolve(host: string, cause?: unknown): Problem {
  return unreachable(
    `The name ${host} does not resolve. Check its spelling, and that DNS as this host sees it has a record of it.`,
    cause,
  );
}

/**
 * The code that Node gives an error, such as `ECONNREFUSED`; where several addresses were tried, that of the last; null without one.
 */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof AggregateError ? codeOf(error.errors.at(-1)) : null;
}

/** Whether the code says that there is no way from here to the other side: nothing is then known of it. */
export function hasNoRoute(code: string): boolean {
  return unresolved.has(code) || noWay.has(code);
}

const unresolved = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL', 'EAI_NONAME', 'ENODATA']);
const noWay = new Set(['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL']);
const silent = new Set(['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', ...noWay]);

function unreachable(message: string, cause: unknown): Problem {
  return new Problem('host-unreachable', message, { cause });
}
