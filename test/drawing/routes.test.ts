import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chart } from '../../server/drawing/chart.ts';
import { chartReply, pastStep } from '../../server/http/replySchemas/chart.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';

let served: Served;
beforeAll(async () => {
  served = await serve({ rehearsal: { pace: 1 } });
});
afterAll(() => served[Symbol.asyncDispose]());

const get = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
  const response = await fetch(`${served.url}/api/v1${path}`, { headers, method });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe('GET /chart', () => {
  it('is the chart as data, /chart.svg as a drawing, /chart.mmd for Mermaid', async () => {
    expect(JSON.parse((await get('/chart')).text)).toEqual(JSON.parse(JSON.stringify(chart)));
    const svg = await get('/chart.svg');
    expect(svg.headers.get('content-type')).toMatch('image/svg+xml');
    expect(svg.text).toMatch(/^<svg [^>]*class="mim-flow" /);
    const mermaid = await get('/chart.mmd');
    expect(mermaid.headers.get('content-type')).toMatch('text/plain');
    expect(mermaid.text).toMatch(/^flowchart /);
  });

  it('is drawn in the language that is asked for, and the tag of one is none of the other’s', async () => {
    const [english, german] = [await get('/chart.svg'), await get('/chart.svg', { 'Accept-Language': 'de' })];
    expect(english.text).toBe(readFileSync(new URL('../../docs/flow.svg', import.meta.url), 'utf8'));
    expect(german.text).toMatch(/^<svg [^>]* lang="de" /);
    expect(german.text).toContain('>Lizenzvertrag</text>');
    expect(german.headers.get('content-language')).toBe('de');
    expect(german.headers.get('vary')).toContain('Accept-Language');
    expect((await get('/chart.svg?lang=de')).text).toBe(german.text);
    expect(named(german.text)).toEqual(named(english.text));
    const [tag, germanTag] = [english, german].map(({ headers }) => headers.get('etag') ?? '');
    const again = async (seen: string, language: string) =>
      (await get('/chart.svg', { 'If-None-Match': seen, 'Accept-Language': language })).status;
    expect([await again(tag!, 'de'), await again(germanTag!, 'de'), await again(germanTag!, 'en')]).toEqual([200, 304, 200]);
    expect((await get('/chart.mmd?lang=de')).text).toContain('["Lizenzvertrag"]');
  });

  it('is what the document says that it is', async () => {
    expect(chartReply.safeParse(JSON.parse((await get('/chart')).text)).error).toBeUndefined();
    const { id } = await served.client.begin();
    expect(pastStep.safeParse(JSON.parse((await get(`/installations/${id}/history/1`)).text)).error).toBeUndefined();
  });

  it('is not sent again to who has it', async () => {
    for (const path of ['/chart', '/chart.svg', '/chart.mmd']) {
      const etag = (await get(path)).headers.get('etag') ?? '';
      expect(etag).toMatch(/^W\/"[^"]+"$/);
      expect.soft([path, (await get(path, { 'If-None-Match': etag })).status]).toEqual([path, 304]);
    }
  });

  it('runs nothing and loads nothing where it is opened by itself', async () => {
    expect((await get('/chart.svg')).headers.get('content-security-policy')).toMatch("default-src 'none'");
  });

  it('is drawn for many at once, and the same for all', async () => {
    const drawings = await Promise.all(Array.from({ length: 20 }, () => get('/chart.svg')));
    expect(new Set(drawings.map(({ text }) => text)).size).toBe(1);
  });

  it('takes no other method', async () => {
    for (const path of ['/chart', '/chart.svg', '/chart.mmd']) {
      const { status, headers } = await get(path, {}, 'POST');
      expect.soft([path, status, headers.get('allow')]).toEqual([path, 405, 'GET']);
    }
  });
});

describe('GET /installations/{id}/chart.svg', () => {
  it('shows where it is now, and with ?revision=N where it was', async () => {
    const { view } = await served.client.walk(await served.client.begin(), answersFor('E', ['portal']));
    const now = await get(`/installations/${view.id}/chart.svg`);
    expect(now.headers.get('cache-control')).toBe('no-store');
    expect(here(now.text)).toEqual(['ready']);
    expect(here((await get(`/installations/${view.id}/chart.svg?revision=3`)).text)).toEqual(['cloud']);
  });

  it('tells where it is in the language that is asked for, with the same marks', async () => {
    const { view } = await served.client.walk(await served.client.begin(), answersFor('E', ['portal']));
    const path = `/installations/${view.id}/chart.svg`;
    const [english, german] = [await get(path), await get(path, { 'Accept-Language': 'de' })];
    expect(english.text).toContain(`>Revision ${view.revision}: at Ready, waiting for back, revisit, `);
    expect(german.text).toContain(`>Revision ${view.revision}: bei Bereit, wartet auf back, revisit, `);
    expect(german.text).toContain('Wird „Allgemeine Dienste konfigurieren: MIM-Datenbankverbindung konfigurieren“ angezeigt?');
    expect(named(german.text)).toEqual(named(english.text));
  });

  it('says what is not so: no such installation, no such revision, no number', async () => {
    const { id } = await served.client.begin();
    const none = 'd9428888-122b-11e1-b85c-61cd3cbb3210';
    const asked = [`${none}/chart.svg`, `${id}/chart.svg?revision=2`, `${id}/chart.svg?revision=0`, `${id}/chart.svg?revision=x`];
    const told = await Promise.all(asked.map(async (path) => JSON.parse((await get(`/installations/${path}`)).text).code));
    expect(told).toEqual(['not-found', 'not-found', 'invalid-request', 'invalid-request']);
    const { status, headers } = await get(`/installations/${id}/chart.svg`, {}, 'DELETE');
    expect([status, headers.get('allow')]).toEqual([405, 'GET']);
  });
});

describe('GET /installations/{id}/history/{revision}', () => {
  it('is the step, the state, the answers that counted and the view, as they were', async () => {
    const { client } = served;
    const { view } = await client.walk(await client.begin(), answersFor('A', ['portal']));
    const journal = JSON.parse((await get(`/installations/${view.id}/history`)).text) as { revision: number }[];
    for (const entry of journal) {
      const past = JSON.parse((await get(`/installations/${view.id}/history/${entry.revision}`)).text);
      expect(past).toMatchObject(entry);
      expect(past.view).toMatchObject({ id: view.id, revision: entry.revision, page: { id: past.to } });
    }
    const fifth = JSON.parse((await get(`/installations/${view.id}/history/5`)).text);
    expect(fifth).toMatchObject({
      event: { type: 'submit', page: 'signIn' },
      state: { interview: { prepare: { signIn: 'checking' } } },
    });
    expect(Object.keys(fifth.answers)).toEqual(['welcome', 'licenseAgreement', 'cloud', 'signIn']);
  });

  it('holds no secret', async () => {
    const { client } = served;
    const answers = JSON.parse(
      JSON.stringify(answersFor('C'), (name, value) => (/password|secret/i.test(name) ? `Marked-${name}` : value)),
    );
    const { view } = await client.walk(await client.begin(), answers);
    expect(view.status).toBe('ready');
    for (let revision = 1; revision <= view.revision; revision++) {
      const { text } = await get(`/installations/${view.id}/history/${revision}`);
      expect(text).not.toMatch(/Marked-|"secret":(?!"\/api\/v1\/)/);
      expect((await get(`/installations/${view.id}/chart.svg?revision=${revision}`)).text).not.toContain('Marked-');
    }
  });

  it('says where there is none', async () => {
    const { id } = await served.client.begin();
    for (const revision of ['2', '0', '-1', '1.5', 'x', '99999999999999999999'])
      expect.soft([revision, (await get(`/installations/${id}/history/${revision}`)).status]).toEqual([revision, 404]);
    expect((await get(`/installations/${id}/history/1`, {}, 'POST')).status).toBe(405);
  });
});

/** The nodes and the arrows, with their marks. */
function named(svg: string): string[] {
  return [...svg.matchAll(/class="((?:node|edge) [^"]*" data-[a-z]+="[^"]+)"/g)].map(([, told]) => told!);
}

function here(svg: string): string[] {
  return [...svg.matchAll(/class="node [a-zA-Z]+ here" data-node="([^"]+)"/g)].map(([, id]) => id!);
}
