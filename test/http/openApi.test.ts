import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApiText } from '../../server/docs/openApiText.ts';
import { statuses } from '../../server/host/status.ts';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { answersFor } from '../answers.ts';
import { expectDocumented } from './documented.ts';
import { routesOf } from './routesOf.ts';
import { serve } from './service.ts';

describe('The OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(ownDocument));
    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
    expect(ownDocument.openapi).toBe('3.1.0');
  });

  it('is served as it is published; npm run generate writes it anew', async () => {
    expect(readFileSync('docs/openapi.json', 'utf8')).toBe(openApiText());
    await using served = await serve();
    const { body } = await served.client.request<object>('GET', '/api/v1/openapi.json');
    expect(body).toEqual(JSON.parse(openApiText()));
  });

  it('describes every route that there is, and no other', async () => {
    await using served = await serve();
    const described = Object.entries(ownDocument.paths).flatMap(([path, calls]) =>
      Object.keys(calls).map((method) => `${method} ${path}`),
    );
    const partsOfPages = /^get \/api\/v1\/docs\/(\{asset\})?$/;
    const routes = routesOf(served.service.app)
      .filter((route) => /^\w+ \/(api\/v1\/|healthz|readyz|metrics)/.test(route))
      .filter((route) => !partsOfPages.test(route));
    expect(described.toSorted()).toEqual(routes.toSorted());
  });

  it('is what every reply of a whole installation is, in all its statuses', async () => {
    await using served = await serve();
    const { client } = served;
    const seen = new Set<string>();
    const see = async (id: string) => {
      const view = await client.view(id);
      seen.add(view.status);
      for (const part of ['checks', 'history']) await client.request('GET', `/api/v1/installations/${id}/${part}`);
      return view;
    };
    const rehearsal = { pace: 20, failAt: 'DeploySolutions', failCheck: 'service-address' };
    let view = await client.begin({ name: 'Whole', mode: 'rehearsal', rehearsal });
    const answers = answersFor('C');
    const wrong = { ...answers['mailboxApplication'], clientSecret: 'wrong' };
    for (let steps = 0; view.status !== 'ready' && steps < 80; steps++) {
      const { id } = view;
      await see(id);
      const page = view.page.id;
      if (view.status === 'error') view = (await client.event(id, { type: 'acknowledge', page })).body;
      else if (page === 'mailboxApplication' && view.problems.length === 0)
        view = (await client.event(id, { type: 'submit', page, answers: wrong })).body;
      else if (view.problems.some(({ code }) => code === 'rehearsed-failure'))
        view = (await client.event(id, { type: 'override', check: 'service-address', reason: 'It is known.' })).body;
      else if (page === 'signIn' && view.signIn === null) {
        view = (await client.event(id, { type: 'submit', page, answers: { method: 'deviceCode' } }, {})).body;
        seen.add(view.status);
        await client.until(id, 'asking');
        view = await see(id);
      } else view = await client.step(view, answers);
    }
    const { id } = await see(view.id);
    await client.event(id, { type: 'install' });
    await see(id);
    await client.until(id, 'failed');
    await see(id);
    await client.event(id, { type: 'retry' });
    await client.until(id, 'postInstallation');
    for (const { id: task } of (await see(id)).tasks)
      await client.event(id, { type: 'complete', task, outcome: 'skipped', reason: 'A rehearsal.' });
    expect((await see(id)).status).toBe('finished');

    const other = await client.begin();
    await client.event(other.id, { type: 'cancel' });
    await see(other.id);
    await client.request('GET', '/api/v1/installations');
    await client.request('GET', '/api/v1/pages');
    expect((await client.request('DELETE', `/api/v1/installations/${other.id}`)).status).toBe(204);
    expect([...seen].toSorted()).toEqual([...statuses].toSorted());
  });

  it('would not pass a reply with a field that it does not have, or without one that it has', async () => {
    await using served = await serve();
    const { id: _, ...without } = await served.client.begin();
    const came = { method: 'GET', path: '/api/v1/installations/x', status: 200, type: 'application/json' };
    expect(() => expectDocumented({ ...came, body: without })).toThrow("must have required property 'id'");
    expect(() => expectDocumented({ ...came, body: { ...without, id: crypto.randomUUID(), more: 1 } })).toThrow(
      'additionalProperty',
    );
    expect(() => expectDocumented({ ...came, status: 418, body: {} })).toThrow('no such reply');
  });
});
