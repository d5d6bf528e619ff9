import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Served, serve } from './service.ts';

const portal = 'https://portal.contoso.com';
const token = 'a-token-of-enough-characters';

describe('A web page of an origin that is allowed', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve({ token, allowedOrigins: `${portal}, http://localhost:5173` });
  });
  afterAll(() => served[Symbol.asyncDispose]());

  const ask = (path: string, headers: Readonly<Record<string, string>>, method = 'GET') =>
    fetch(`${served.url}${path}`, { method, headers: { origin: portal, ...headers } });

  it('is told beforehand what it may send, without a token', async () => {
    const wish = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,prefer',
    };
    const { status, headers } = await ask('/api/v1/installations', wish, 'OPTIONS');
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(portal);
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type,prefer');
    expect(headers.get('access-control-allow-methods')).toContain('POST');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toContain('Origin');
  });

  it('drives the service by its token, and reads the revision and what is refused', async () => {
    const taken = await ask('/api/v1/pages', { authorization: `Bearer ${token}` });
    expect([taken.status, taken.headers.get('access-control-allow-origin')]).toEqual([200, portal]);
    expect(taken.headers.get('access-control-expose-headers')?.split(',')).toContain('ETag');
    const refused = await ask('/api/v1/pages', { authorization: 'Bearer another-token-of-enough-characters' });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([401, portal]);
  });

  it('is not let in by the cookie of the service’s own page', async () => {
    const signedIn = await fetch(`${served.url}/session`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const own = await fetch(`${served.url}/api/v1/pages`, { headers: { cookie, origin: served.url } });
    expect(own.status).toBe(200);
    expect((await ask('/api/v1/pages', { cookie })).status).toBe(401);
  });

  it.each([
    'https://portal.contoso.com:8443',
    'http://portal.contoso.com',
    'https://PORTAL.contoso.com',
    'https://portal.contoso.com.evil.example',
    'https://x.portal.contoso.com',
    'null',
  ])('is that one and no other: %s is refused, its question beforehand too', async (origin) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { status, headers } = await ask('/api/v1/pages', { origin, authorization: `Bearer ${token}` }, method);
      expect([status, headers.get('access-control-allow-origin')]).toEqual([403, null]);
    }
  });
});
