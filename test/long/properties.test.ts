import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tasks } from '../../machines/chart/closingTasks.ts';
import { screenIds } from '../../machines/chart/flow.ts';
import { clientEventSchemas as events } from '../../server/host/clientEventSchemas.ts';
import { declaredChecks } from '../../server/host/declaredChecks.ts';
import { answersFor } from '../answers.ts';
import { documentedStatuses } from '../http/documented.ts';
import { type Served, serve } from '../http/service.ts';
import { runs } from '../properties/settings.ts';

let served: Served;
/** Installations at different points, none of which a request may bring out of step. */
const stations: string[] = [];

beforeAll(async () => {
  served = await serve();
  stations.push(...(await stopAt('welcome', 'signIn', 'mailServer', 'mailboxApplication', 'serviceAccount', 'ready')));
  const [ended, ending] = await stopAt('welcome', 'cloud');
  await served.client.event(ended!, { type: 'cancel' });
  stations.push(ended!, ending!);
});
afterAll(() => served[Symbol.asyncDispose]());

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const anything = fc.anything({ maxDepth: 4, withNullPrototype: false });
const json = fc.jsonValue({ maxDepth: 6 });
const name = fc.oneof(
  fc.constantFrom(...screenIds, ...Object.keys(tasks), ...declaredChecks.keys(), '__proto__', 'constructor', ''),
  fc.string({ unit: 'binary', maxLength: 80 }),
);
const type = fc.oneof(
  fc.constantFrom(
    ...Object.keys(events),
    'xstate.init',
    'xstate.done.actor.signIn',
    'xstate.error.actor.ready',
    'replay',
    '__proto__',
  ),
  fc.string(),
);
const field = fc.oneof(
  fc.constantFrom(
    'server',
    'name',
    'method',
    'type',
    'clientSecret',
    'checkAs',
    'password',
    'accepted',
    'features',
    '__proto__',
    'host',
  ),
  fc.string({ maxLength: 20 }),
);
const value = fc.oneof(
  json,
  fc.constant({ kept: true }),
  fc.constant({ secret: 'x' }),
  fc.string({ unit: 'binary', maxLength: 3000 }),
  fc.record({ user: json, password: json, method: json }),
);
const event = fc.record(
  {
    type,
    page: fc.oneof(name, json),
    answers: fc.oneof(fc.dictionary(field, value, { maxKeys: 8 }), json),
    check: name,
    task: name,
    reason: fc.oneof(fc.string({ unit: 'binary' }), json),
    outcome: fc.oneof(fc.constantFrom('done', 'skipped', 'failed'), json),
    mailbox: fc.oneof(fc.emailAddress(), json),
    group: fc.oneof(fc.emailAddress(), json),
    secretMonths: fc.oneof(fc.integer(), json),
  },
  { requiredKeys: ['type'] },
);
const beginning = fc.record(
  {
    mode: fc.oneof(fc.constantFrom('rehearsal', 'live'), json),
    name: fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), json),
    package: json,
    answers: json,
    rehearsal: fc.oneof(fc.record({ failAt: json, failCheck: json, times: json, pace: json }, { requiredKeys: [] }), json),
    more: json,
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  event.map((sent) => JSON.stringify(sent)),
  beginning.map((sent) => JSON.stringify(sent)),
  anything.map((sent) => JSON.stringify(sent, (_, inner) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? ''),
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.uint8Array({ maxLength: 500 }),
  fc.integer({ min: 1, max: 100_000 }).map((depth) => '['.repeat(depth)),
  fc
    .integer({ min: 1, max: 60_000 })
    .map((depth) => `{"type":"submit","page":"welcome","answers":${'{"a":'.repeat(depth)}1${'}'.repeat(depth + 1)}`),
);
const segment = fc.oneof(
  fc.constantFrom(
    'installations',
    'pages',
    'events',
    'checks',
    'history',
    'answers',
    'plan',
    'log',
    'report',
    'chart',
    'chart.svg',
    'openapi.json',
    'docs',
    '..',
    '.',
    '%00',
    '%ff',
    '%2e%2e%2f',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => encodeURIComponent(text.toWellFormed())),
);
const query = fc
  .array(
    fc.tuple(
      fc.constantFrom('status', 'limit', 'cursor', 'format', 'attempt', 'exitCode', '__proto__', 'x'),
      fc.string({ maxLength: 40 }),
    ),
    { maxLength: 4 },
  )
  .map((pairs) => (pairs.length > 0 ? `?${pairs.map(([key, text]) => `${key}=${encodeURIComponent(text)}`).join('&')}` : ''));
const headerText = fc.oneof(
  fc.constantFrom('"1"', '*', 'W/"1"', 'wait=0', 'wait=999999999999', 'x'.repeat(300), 'application/json', 'text/html'),
  fc.string({ maxLength: 60 }).map((text) => text.replace(/[^\x20-\x7e]/g, '~')),
);
const headers = fc.dictionary(
  fc.constantFrom(
    'If-Match',
    'If-None-Match',
    'Idempotency-Key',
    'Accept',
    'Range',
    'Last-Event-ID',
    'Content-Encoding',
    'X-Forwarded-Host',
    'Cookie',
    'Expect',
    'Host',
    'Origin',
    'Authorization',
  ),
  headerText,
  { maxKeys: 4 },
);
const contentType = fc.oneof({ weight: 5, arbitrary: fc.constant('application/json') }, headerText);

const request: fc.Arbitrary<Sent> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('POST') },
      fc.constantFrom('GET', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND'),
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.nat({ max: 7 }).map((at) => `/api/v1/installations/${stations[at]}/events`) },
      fc.nat({ max: 7 }).chain((at) => segment.map((last) => `/api/v1/installations/${stations[at]}/${last}`)),
      fc.constant('/api/v1/installations'),
      fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`),
      fc.array(segment, { maxLength: 3 }).map((segments) => `/api/v1/${segments.join('/')}`),
    ),
    query,
    headers,
    contentType,
    body,
  )
  .map(([method, path, search, some, content, sent]) => {
    return {
      method,
      path: path + search,
      headers: { ...some, 'Content-Type': content },
      body: method === 'GET' || method === 'HEAD' ? '' : sent,
    };
  });

describe('Whatever is sent', () => {
  it('is answered as the document says, and what is refused has changed nothing', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const before = await states();
        const { status } = await send(sent);
        expect(answersTo(sent), JSON.stringify(sent).slice(0, 2000)).toContain(status);
        if (status >= 400) expect(await states()).toEqual(before);
      }),
      { numRuns: runs(400) },
    );
    expect(served.logged()).not.toMatch(/went wrong/);
  });

  it('as the answers of a page gives no 5xx, and is either taken or refused with findings', { timeout: 120_000 }, async () => {
    const asking = await stopAt('signIn', 'components', 'database', 'mailServer', 'mailboxApplication', 'registrationPortal');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...asking), fc.dictionary(field, value, { maxKeys: 8 }), async (id, answers) => {
        const { page, revision } = await served.client.view(id);
        const { status, body: reply } = await served.client.event<{ errors: unknown[] }>(id, {
          type: 'submit',
          page: page.id,
          answers,
        });
        expect([200, 422, 409]).toContain(status);
        if (status === 422) expect(reply.errors.length).toBeGreaterThan(0);
        if (status !== 200) expect((await served.client.view(id)).revision).toBe(revision);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('Bytes that are no request', () => {
  it('end their connection, and nothing else', { timeout: 60_000 }, async () => {
    const start = fc.constantFrom(
      '',
      'GET / HTTP/1.1\r\n',
      'POST /api/v1/installations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n',
    );
    await fc.assert(
      fc.asyncProperty(start, fc.uint8Array({ maxLength: 200 }), async (text, bytes) => {
        const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
        socket.on('error', () => {});
        socket.end(Buffer.concat([Buffer.from(text), bytes]));
        socket.resume();
        await once(socket, 'close');
      }),
      { numRuns: runs(100) },
    );
    await served.api.get('/healthz').expect(200);
    expect(served.logged()).not.toMatch(/went wrong/);
  });
});

/** Begins installations, and walks each to a page. */
function stopAt(...pages: readonly string[]): Promise<string[]> {
  return Promise.all(
    pages.map(async (page) => {
      let view = await served.client.begin();
      while (view.page.id !== page) view = await served.client.step(view, answersFor('C'));
      return view.id;
    }),
  );
}

/** All that is kept, as far as it tells one state from another. */
async function states(): Promise<unknown> {
  const database = new DatabaseSync(join(served.folder, 'mim-setup.db'), { readOnly: true });
  const installations = database.prepare('select id, revision, updated_at, digest, walk from installation order by id').all();
  const counts = ['journal', 'effect', 'secret', 'data_key', 'answered'].map((table) =>
    database.prepare(`select '${table}' as name, count(*) as count from ${table}`).get(),
  );
  database.close();
  return [installations, counts];
}

/** The statuses that are right for a request: those of the document, or a refusal, where it is not even a call that there is. */
function answersTo({ method, path, headers: some }: Sent): readonly number[] {
  // Node itself does not know what is expected.
  if ('Expect' in some) return [417];
  const documented = documentedStatuses(method, path);
  // A coding or a character set that is not known is refused wherever it is named, also where nothing is sent in it.
  const isCoded = 'Content-Encoding' in some || /charset/i.test(some['Content-Type'] ?? '');
  if (documented.length > 0 && isCoded) return [...documented, 415];
  if (documented.length > 0) return documented;
  // Outside the API stands the wizard, at any address that a page could have.
  return [...(path.startsWith('/api') ? [] : [200]), 400, 403, 404, 405, 413, 415];
}

/** Sends bytes as they stand: `fetch` would mend much of it. */
function send({ method, path, headers: some, body: sent }: Sent): Promise<{ status: number }> {
  const { hostname, port } = new URL(served.url);
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { hostname, port, method, path, headers: { ...some, 'Content-Length': Buffer.byteLength(sent) }, timeout: 20_000 },
      (reply) => {
        resolve({ status: reply.statusCode ?? 0 });
        reply.destroy();
      },
    );
    outgoing.on('error', reject).on('timeout', () => outgoing.destroy(new Error('no reply')));
    outgoing.end(sent);
  });
}
