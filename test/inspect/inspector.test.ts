import { connect } from 'node:net';
import { createWebSocketReceiver, type StatelyInspectionEvent } from '@statelyai/inspect';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { type Inspector, startInspector } from '../../server/inspect/inspector.ts';
import { answersFor } from '../answers.ts';
import { everythingIn } from '../chart/transitions.ts';
import { type Served, serve } from '../http/service.ts';
import { knock, Viewer } from './viewer.ts';

let served: Served;
let inspector: Inspector;
beforeEach(async () => {
  served = await serve({ rehearsal: { pace: 1 } });
  inspector = await startInspector(served.service.installations, { port: 0 });
});
afterEach(async () => {
  await inspector.close();
  await served[Symbol.asyncDispose]();
});

describe('The inspector', () => {
  it('tells of an actor with the whole chart, and of every step its event and its state', async () => {
    using viewer = await Viewer.open(inspector.eventsUrl);
    const { client } = served;
    const { view } = await client.walk(await client.begin(), answersFor('E'));
    const { body: journal } = await client.request<{ revision: number; event: { type: string } }[]>(
      'GET',
      `${view.links.self}/history`,
    );
    await viewer.until((event) => event.type === '@xstate.snapshot' && isAt(event, 'reviewing'));
    const told = viewer.events;
    expect(told[0]).toMatchObject({
      type: '@xstate.actor',
      sessionId: view.id,
      rootId: view.id,
      name: `installation ${view.id.slice(0, 8)}`,
    });
    expect(told.filter(({ type }) => type === '@xstate.actor')).toHaveLength(1);
    expect(told.filter(({ type }) => type === '@xstate.event')).toHaveLength(journal.length - 1);
    expect(told.filter(({ type }) => type === '@xstate.snapshot')).toHaveLength(journal.length);
    expect(told.flatMap((event) => (event.type === '@xstate.event' ? [event.event.type] : []))).toContain(
      'xstate.done.actor.signIn',
    );
    expect(told.every(({ _version }) => typeof _version === 'string')).toBe(true);
  });

  it('describes a chart of which XState makes one with the same states and transitions', async () => {
    using viewer = await Viewer.open(inspector.eventsUrl);
    await served.client.begin();
    await viewer.until(({ type }) => type === '@xstate.actor');
    const [actor] = viewer.events;
    const definition = (actor as { definition?: string }).definition ?? '';
    const drawn = everythingIn(createMachine(JSON.parse(definition)));
    const chart = everythingIn(wizardMachine);
    expect(drawn.states).toEqual(chart.states);
    expect(drawn.transitions).toEqual(chart.transitions);
  });

  it("speaks what the package's own receiver understands", async () => {
    const received: StatelyInspectionEvent[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    createWebSocketReceiver({ server: inspector.eventsUrl }).subscribe((event) => {
      received.push(event);
      if (event.type === '@xstate.snapshot') resolve();
    });
    const { id } = await served.client.begin();
    await promise;
    expect(received.map(({ type, sessionId }) => [type, sessionId])).toEqual([
      ['@xstate.actor', id],
      ['@xstate.snapshot', id],
    ]);
  });

  it('tells a viewer that comes late of all that has been', async () => {
    const { client } = served;
    const { view } = await client.walk(await client.begin(), answersFor('A', ['portal']));
    using viewer = await Viewer.open(inspector.eventsUrl);
    await viewer.until((event) => event.type === '@xstate.snapshot' && isAt(event, 'reviewing'));
    expect(viewer.events.filter(({ type }) => type === '@xstate.snapshot').length).toBe(view.revision);
    await client.event(view.id, { type: 'cancel' });
    await viewer.until((event) => event.type === '@xstate.snapshot' && event.snapshot.status === 'done');
  });

  it('carries no secret, whatever is typed, registered or kept', async () => {
    using viewer = await Viewer.open(inspector.eventsUrl);
    const { client } = served;
    const answers = answersFor('C');
    const marked = JSON.parse(
      JSON.stringify(answers, (name, value) => (/password|secret/i.test(name) ? `Marked-${name}-7f3a` : value)),
    );
    let registering = await client.begin();
    while (registering.page.id !== 'mailboxApplication') registering = await client.step(registering, marked);
    await client.event(registering.id, { type: 'register', mailbox: 'mim@contoso.com', group: 'mim@contoso.com' });
    await viewer.until((event) => event.type === '@xstate.event' && event.event.type === 'xstate.done.actor.addingClientSecret');
    const { view } = await client.walk(await client.begin(), marked);
    expect(view.status).toBe('ready');
    await client.event(view.id, { type: 'install' });
    await client.until(view.id, 'postInstallation');
    await viewer.until((event) => event.type === '@xstate.snapshot' && isAt(event, 'closing'));
    const all = viewer.texts.join('\n');
    expect(all.length).toBeGreaterThan(100_000);
    expect(all).toContain('"kept":true');
    expect(all).toContain('contosoagl.contoso.com');
    expect(all).not.toMatch(/Marked-|"secret":/);
  });

  it('listens to nobody: what a viewer says changes nothing', async () => {
    using viewer = await Viewer.open(inspector.eventsUrl);
    const { id, revision } = await served.client.begin();
    viewer.say(JSON.stringify({ type: '@xstate.event', sessionId: id, event: { type: 'cancel' } }));
    using other = await Viewer.open(inspector.eventsUrl);
    await other.until(({ type }) => type === '@xstate.snapshot');
    expect(other.texts.join()).not.toContain('"cancel"}');
    expect((await served.client.view(id)).revision).toBe(revision);
  });
});

describe('The address of the inspector', () => {
  const port = () => new URL(inspector.url).port;

  it('is on loopback, and nowhere else', async () => {
    const reached = (host: string) =>
      new Promise((resolve) => {
        const socket = connect(Number(port()), host);
        socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
        socket.once('close', () => socket.destroy()).setTimeout(2000, () => resolve(false));
        socket.once('connect', () => socket.destroy());
      });
    expect(await reached('127.0.0.1')).toBe(true);
    expect(await reached('127.0.0.2')).toBe(false);
    expect(await reached('::1')).toBe(false);
  });

  it('is not found by those who were not told', async () => {
    const base = `http://127.0.0.1:${port()}`;
    for (const path of ['/', '/events', '/guess/', '/guess/events'])
      expect.soft([path, (await fetch(base + path)).status]).toEqual([path, 404]);
    expect(await knock(`ws://127.0.0.1:${port()}/events`, {})).toBe(404);
    expect(await knock(`ws://127.0.0.1:${port()}/guess/events`, {})).toBe(404);
    expect((await fetch(inspector.url, { method: 'POST' })).status).toBe(405);
  });

  it("is open to its own page and to programs, and to no other page, not even the viewer's", async () => {
    const own = `http://127.0.0.1:${port()}`;
    expect(await knock(inspector.eventsUrl, {})).toBe(101);
    expect(await knock(inspector.eventsUrl, { origin: own })).toBe(101);
    expect(await knock(inspector.eventsUrl, { origin: `http://localhost:${port()}` })).toBe(101);
    for (const origin of [
      'https://stately.ai',
      'null',
      'http://evil.example',
      `http://127.0.0.1:${Number(port()) + 1}`,
      `${own}.evil.example`,
      'file://',
    ])
      expect.soft([origin, await knock(inspector.eventsUrl, { origin })]).toEqual([origin, 403]);
  });

  it('answers to no other name, so that no page can make itself one for it', async () => {
    expect(await knock(inspector.eventsUrl, { host: `rebound.example:${port()}` })).toBe(403);
    expect(
      await knock(inspector.eventsUrl, { host: `rebound.example:${port()}`, origin: `http://rebound.example:${port()}` }),
    ).toBe(403);
  });

  it('takes another port where the usual one is taken', async () => {
    const second = await startInspector(served.service.installations, { port: Number(port()) });
    expect(new URL(second.url).port).not.toBe(port());
    expect(new URL(second.url).pathname).not.toBe(new URL(inspector.url).pathname);
    await second.close();
  });
});

function isAt(event: StatelyInspectionEvent, state: string): boolean {
  return JSON.stringify((event as { snapshot: { value?: unknown } }).snapshot.value).includes(`"${state}"`);
}
