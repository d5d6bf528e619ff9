import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { RequestHandler } from 'express';
import type { Token } from '../configuration/tokens.ts';
import { Refusal } from '../host/refusal.ts';
import type { RefusedTokens } from './refusedTokens.ts';
import type { Sessions } from './sessions.ts';

/**
 * Refuses requests that a web page elsewhere could send: those whose `Host` is no name of this service (DNS rebinding), and
 * those whose `Origin` is another one than the service's own and is not allowed.
 */
export function sameOriginOnly(names: readonly string[], allowed: ReadonlySet<string>): RequestHandler {
  const judge = originJudge(names, allowed);
  return (request, _response, next) => next(judge(request));
}

/** Why a request is refused for where it comes from; nothing, where it is not. */
export function originJudge(
  names: readonly string[],
  allowed: ReadonlySet<string> = new Set(),
): (request: Pick<IncomingMessage, 'headers'>) => Refusal | undefined {
  const known = new Set(['localhost', ...names, hostname()].map((name) => name.toLowerCase()));
  return (request) => {
    const host = request.headers.host?.toLowerCase() ?? '';
    const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
    if (!known.has(name) && !isIP(name)) {
      return new Refusal(
        'forbidden-origin',
        `This service is not known as "${name.slice(0, 100)}". See MIM_SETUP_ALLOWED_HOSTS.`,
      );
    }
    const { origin } = request.headers;
    if (origin !== undefined && !allowed.has(origin) && !isSameOrigin(origin, host))
      return new Refusal('forbidden-origin', 'Another web page may not drive this service. See MIM_SETUP_ALLOWED_ORIGINS.');
    return undefined;
  };
}

/** Who may come in. */
export interface Entrance {
  readonly tokens: readonly Token[];
  readonly sessions: Sessions;
  readonly refused: RefusedTokens;
  /** Whether a token is that of a runner: it is for a runner's work, and nothing here. */
  isRunners(token: string): Promise<boolean>;
}

/**
 * Lets only those in who have a token, or a session that was begun with one; without tokens everybody is `local`. The name goes to
 * `response.locals.who`. An address that has had too many tokens refused has to wait.
 */
export function tokenOnly({ tokens, sessions, refused, isRunners }: Entrance): RequestHandler {
  const known = tokens.map(({ name, token }) => ({ name, digest: digest(token) }));
  return async (request, response, next) => {
    if (known.length === 0) {
      const shown = bearerOf(request);
      if (shown !== undefined && (await isRunners(shown))) return next(forRunnersAlone());
      response.locals['who'] = 'local';
      return next();
    }
    const given = bearerOf(request);
    const session = given === undefined ? sessionOf(request) : undefined;
    const refuse = (message: string) => {
      response.set('WWW-Authenticate', 'Bearer realm="mim-setup"');
      next(new Refusal('unauthorized', message));
    };
    if (given === undefined) {
      const name = session === undefined ? undefined : await sessions.nameOf(session);
      if (name === undefined)
        return refuse(
          session === undefined ? 'Send the token as "Authorization: Bearer …".' : 'The session is over: sign in again.',
        );
      response.locals['who'] = name;
      return next();
    }
    const shown = digest(given);
    // All are compared, so that the time tells nothing of them.
    const [whose] = known.filter((one) => timingSafeEqual(one.digest, shown));
    const address = addressOf(request);
    refused.expectRoom(address, whose?.name);
    if (!whose && (await isRunners(given))) return next(forRunnersAlone());
    if (!whose) {
      refused.refused(address);
      return refuse('This token is not known.');
    }
    refused.taken(address, whose.name);
    response.locals['who'] = whose.name;
    next();
  };
}

function forRunnersAlone(): Refusal {
  return new Refusal('runner-token', 'This is the token of a runner. It is for a runner’s work, and for nothing else.');
}

/** The bearer token that a request shows. */
export function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
}

/** The cookie in which a browser keeps the id of its session. */
export const sessionCookie = 'mim-setup-session';

/** The id of the session that a request shows. */
export function sessionOf({ headers }: IncomingMessage): string | undefined {
  return headers.cookie
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === sessionCookie)?.[1];
}

/** The address at the other end of the connection. */
export function addressOf({ socket }: IncomingMessage): string {
  return socket.remoteAddress ?? 'unknown';
}

function isSameOrigin(origin: string, host: string): boolean {
  if (!URL.canParse(origin) || !URL.canParse(`http://${host}`)) return false;
  const { protocol, host: other } = new URL(origin);
  return /^https?:$/.test(protocol) && other === new URL(`http://${host}`).host;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
