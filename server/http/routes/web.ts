import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler, type Response, Router } from 'express';
import { Refusal } from '../../host/refusal.ts';
import { only } from '../problemReplies.ts';
import { bearerOf, type Entrance, sessionCookie, sessionOf, tokenOnly } from '../security.ts';
import { webAddresses } from '../webAddresses.ts';
import { noncePlaceholder } from './webNonce.ts';

/** What the web page is served with. */
export interface WebSettings {
  readonly entrance: Entrance;
  /** The folder of the built page; the place where the build puts it unless told otherwise. */
  readonly files?: string;
}

const builtFiles = join(import.meta.dirname, '../../web/dist');

/**
 * The web page, and the session of whoever looks at it. It is served without a token: it holds nothing but itself. It stands
 * before `tokenOnly`.
 */
export function webRoutes({ entrance, files = builtFiles }: WebSettings): Router {
  const router = Router();
  router.use('/session', sessionRoutes(entrance));
  router.use(
    '/assets',
    hardened,
    compressed,
    express.static(join(files, 'assets'), { immutable: true, maxAge: '1y', index: false }),
  );
  router.use('/assets', noSuchFile);
  router
    .route('/favicon.svg')
    .get(hardened, (_request, response) => response.sendFile('favicon.svg', { root: files, maxAge: '1d' }))
    .all(only('GET'));
  router
    .route(Object.values(webAddresses))
    .get(hardened, (_request, response) => sendPage(files, response))
    .all(only('GET'));
  return router;
}

/**
 * `/session`: `POST` with the bearer token begins a session, whose id stands in a cookie that no script can read, `DELETE` ends it,
 * `GET` tells who is signed in. An event source cannot send a header, so the page needs the cookie.
 */
function sessionRoutes(entrance: Entrance): Router {
  const { tokens, sessions } = entrance;
  const router = Router();
  const known = tokenOnly(entrance);
  router
    .route('/')
    .get(
      known,
      (_request, response) => void response.set(noStore).json({ who: response.locals['who'], signedIn: tokens.length > 0 }),
    )
    .post(known, (request, response, next) => {
      const token = bearerOf(request);
      if (token === undefined) return next(new Refusal('unauthorized', 'Send the token as "Authorization: Bearer …".'));
      const session = sessions.begin(token);
      if (session !== undefined) setCookie(response, session, request.secure);
      response.status(204).set(noStore).end();
    })
    .delete(async (request, response) => {
      const id = sessionOf(request);
      if (id !== undefined) await sessions.end(id);
      setCookie(response, '', request.secure, 0);
      response.status(204).set(noStore).end();
    })
    .all(only('GET', 'POST', 'DELETE'));
  return router;
}

function setCookie(response: Response, value: string, secure: boolean, maxAge?: number): void {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : [])];
  if (maxAge !== undefined) attributes.push(`Max-Age=${maxAge}`);
  response.append('Set-Cookie', [`${sessionCookie}=${value}`, ...attributes].join('; '));
}

/** The page, with a nonce of its own for the style elements that Fluent makes; scripts come from files alone. */
function sendPage(files: string, response: Response): void {
  const file = join(files, 'index.html');
  if (!existsSync(file))
    throw new Refusal('not-found', 'The web page is not built here. Run "npm run build", or use the REST API.');
  const nonce = randomBytes(16).toString('base64');
  response
    .set(noStore)
    .set('Content-Security-Policy', policy(nonce))
    .type('html')
    .send(readFileSync(file, 'utf8').replaceAll(noncePlaceholder, nonce));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const noStore = { 'Cache-Control': 'no-store' };

const hardened: RequestHandler = (_request, response, next) => {
  response.set({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  next();
};

/** The compressed twins that the build made of each file, the smaller one first: how each is compressed, and its ending. */
const twins = [
  ['br', 'br'],
  ['gzip', 'gz'],
] as const;

/** Hands out the smallest twin that the client can read; every browser reads gzip, and Brotli where nobody on the way can change it. */
const compressed: RequestHandler = (request, response, next) => {
  const type = /\.(js|css|svg)$/.exec(request.path)?.[1];
  const [encoding, ending] = twins.find(([known]) => request.acceptsEncodings(known)) ?? [];
  response.vary('Accept-Encoding');
  if (!type || !encoding) return next();
  request.url = request.url.replace(/\.(js|css|svg)(?=$|\?)/, `.$1.${ending}`);
  response.set('Content-Encoding', encoding).type(type);
  next();
};

const noSuchFile: RequestHandler = (_request, response, next) => {
  response.removeHeader('Content-Encoding');
  next(new Refusal('not-found', 'There is no such file.'));
};
