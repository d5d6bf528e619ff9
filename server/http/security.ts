import { createHash, timingSafeEqual } from 'node:crypto';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import type { RequestHandler } from 'express';
import type { Token } from '../configuration/tokens.ts';
import { Refusal } from '../host/refusal.ts';

/**
 * Refuses requests that a web page elsewhere could send: those whose `Host` is no name of this service (DNS rebinding), and
 * those whose `Origin` is another one than the service's own.
 */
export function sameOriginOnly(names: readonly string[]): RequestHandler {
  const known = new Set(['localhost', ...names, hostname()].map((name) => name.toLowerCase()));
  return (request, _response, next) => {
    const host = request.headers.host?.toLowerCase() ?? '';
    const name = host.replace(/:\d*$/, '').replace(/^\[(.*)\]$/, '$1');
    if (!known.has(name) && !isIP(name)) {
      return next(
        new Refusal('forbidden-origin', `This service is not known as "${name.slice(0, 100)}". See MIM_SETUP_ALLOWED_HOSTS.`),
      );
    }
    const { origin } = request.headers;
    if (origin !== undefined && !isSameOrigin(origin, host))
      return next(new Refusal('forbidden-origin', 'Another web page may not drive this service.'));
    next();
  };
}

/** Lets only those in who have a token; without tokens everybody is `local`. The name goes to `response.locals.who`. */
export function tokenOnly(tokens: readonly Token[]): RequestHandler {
  const known = tokens.map(({ name, token }) => ({ name, digest: digest(token) }));
  return (request, response, next) => {
    if (known.length === 0) {
      response.locals['who'] = 'local';
      return next();
    }
    const given = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')?.[1] ?? tokenOfCookie(request.headers.cookie);
    const whose = given === undefined ? undefined : known.find((one) => timingSafeEqual(one.digest, digest(given)));
    if (!whose) {
      response.set('WWW-Authenticate', 'Bearer realm="mim-setup"');
      return next(
        new Refusal(
          'unauthorized',
          given === undefined ? 'Send the token as "Authorization: Bearer …".' : 'This token is not known.',
        ),
      );
    }
    response.locals['who'] = whose.name;
    next();
  };
}

/** The cookie in which the web page's sign-in keeps the token. */
export const tokenCookie = 'mim-setup-token';

function tokenOfCookie(header: string | undefined): string | undefined {
  const found = header
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === tokenCookie)?.[1];
  try {
    return found === undefined ? undefined : decodeURIComponent(found);
  } catch {
    return undefined;
  }
}

function isSameOrigin(origin: string, host: string): boolean {
  if (!URL.canParse(origin) || !URL.canParse(`http://${host}`)) return false;
  const { protocol, host: other } = new URL(origin);
  return /^https?:$/.test(protocol) && other === new URL(`http://${host}`).host;
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
