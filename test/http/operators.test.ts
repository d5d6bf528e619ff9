import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { answerBrokenRequests } from '../../server/http/brokenRequests.ts';
import { forgetCutOffReports } from '../../server/report/cutOffReports.ts';
import { stopperOf } from '../../server/service/stopperOf.ts';
import { answersFor } from '../answers.ts';
import { follow } from './follow.ts';
import { serve } from './service.ts';

describe('The log', () => {
  it('tells start, requests with their address, each step, the end of the installer, and the stop; and never an answer', async () => {
    const served = await serve();
    const { client } = served;
    const { id } = await client.begin();
    await client.walk(await client.view(id), answersFor('E', ['service']));
    await client.until(id, 'ready');
    await client.event(id, { type: 'install' });
    await client.until(id, 'postInstallation');
    await served[Symbol.asyncDispose]();
    const lines = served
      .logged()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const told = (msg: string) => lines.filter((line) => line['msg'] === msg);
    expect(told('started')).toMatchObject([{ url: served.url }]);
    expect(told('request')[0]).toMatchObject({ method: 'POST', address: '127.0.0.1', who: 'local' });
    expect(told('step')[0]).toMatchObject({ installation: id, revision: 1, event: 'begin', who: 'local', page: 'welcome' });
    expect(told('step').map(({ event }) => event)).toEqual(
      expect.arrayContaining(['submit', 'install', 'xstate.done.actor.ready']),
    );
    expect(told('the installer has ended')).toMatchObject([{ installation: id, attempt: 1, result: 'succeeded', exitCode: 0 }]);
    expect(lines.at(-1)).toMatchObject({ msg: 'stopped', cutOff: 0 });
    expect(served.logged()).not.toMatch(/contoso|svcMIM|Pass@word/);
  });
});

describe('The metrics', () => {
  it('count steps, checks and runs of the installer, with how long they took', async () => {
    await using served = await serve();
    const { client } = served;
    const { id } = await client.begin();
    await client.walk(await client.view(id), answersFor('E', ['service']));
    await client.until(id, 'ready');
    await client.event(id, { type: 'install' });
    await client.until(id, 'postInstallation');
    const metrics = await (await fetch(`${served.url}/metrics`)).text();
    for (const line of [
      /^mim_setup_steps_total\{event="install",status="installing"\} 1$/m,
      /^mim_setup_checks_total\{check="package",status="[a-z]+"\} \d+$/m,
      /^mim_setup_check_duration_seconds_count\{check="package"\} \d+$/m,
      /^mim_setup_installer_runs_total\{result="succeeded"\} 1$/m,
      /^mim_setup_installer_duration_seconds_count\{result="succeeded"\} 1$/m,
      /^mim_setup_installations\{status="postInstallation"\} 1$/m,
      /^mim_setup_refused_tokens_total 0$/m,
    ])
      expect(metrics).toMatch(line);
  });
});

describe('A service that is stopped', () => {
  it('answers who waits with what is so, and ends its streams', async () => {
    const served = await serve();
    const { id, revision } = await served.client.begin();
    const stream = await follow(`${served.url}/api/v1/installations/${id}/stream`);
    await stream.until(({ event }) => event === 'view');
    const waiting = served.client.request('GET', `/api/v1/installations/${id}`, undefined, {
      'If-None-Match': `"${revision}"`,
      Prefer: 'wait=60',
    });
    await expect.poll(() => served.service.installations.followersOf(id)).toBe(2);
    await served[Symbol.asyncDispose]();
    expect((await waiting).status).toBe(304);
    await stream.ended;
  });

  it('tells whoever opens a stream meanwhile what is so, and ends it', async () => {
    await using served = await serve();
    const { id } = await served.client.begin();
    served.service.installations.endWaits();
    await using stream = await follow(`${served.url}/api/v1/installations/${id}/stream`);
    await stream.ended;
    expect(stream.told.map(({ event }) => event)).toEqual(['view']);
  });

  it('lets a request in flight end, and cuts off one that does not within its time', async () => {
    const finish: (() => void)[] = [];
    const server = createServer((_request, response) => finish.push(() => response.end('done')));
    const stop = stopperOf(server, 20_000);
    const url = await listening(server);
    // Opened ahead, as clients do, and never used.
    const ahead = connect(Number(new URL(url).port), '127.0.0.1');
    await once(ahead, 'connect');
    const inFlight = fetch(url);
    await expect.poll(() => finish.length).toBe(1);
    const stopping = stop();
    finish[0]!();
    expect(await (await inFlight).text()).toBe('done');
    expect(await stopping).toBe(0);

    const stubborn = createServer(() => {});
    const cut = stopperOf(stubborn, 50);
    const endless = fetch(await listening(stubborn));
    await once(stubborn, 'request');
    const [cutOff] = await Promise.all([cut(), expect(endless).rejects.toThrow()]);
    expect(cutOff).toBe(1);
  });

  it('takes no further request from a connection that is kept, though others are still in flight', async () => {
    const finish: (() => void)[] = [];
    const server = createServer((_request, response) => finish.push(() => response.end('done')));
    const stop = stopperOf(server, 20_000);
    const port = Number(new URL(await listening(server)).port);
    const [kept, other] = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    for (const [at, socket] of [kept, other].entries()) {
      socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n');
      await expect.poll(() => finish.length).toBe(at + 1);
    }
    const stopping = stop();
    finish[0]!();
    expect(await text(kept)).toMatch(/^HTTP\/1\.1 200 .*Connection: close/s);
    finish[1]!();
    expect(await text(other)).toMatch(/done/);
    expect(await stopping).toBe(0);
  });

  it('waits for no connection that has become something else', async () => {
    const server = createServer();
    const upgraded = once(server, 'upgrade');
    const stop = stopperOf(server, 20_000);
    const socket = connect(Number(new URL(await listening(server)).port), '127.0.0.1');
    socket.on('error', () => {}).write('GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await upgraded;
    expect(await stop()).toBe(0);
  });

  it('answers what offers to be upgraded to something else as the request that it is; Node before 22.21 leaves no choice', async () => {
    await using served = await serve();
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.write(
      'GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n',
    );
    expect(await text(socket)).toMatch(isBefore('22.21') ? /^HTTP\/1\.1 404 / : /^HTTP\/1\.1 200 /);
  });
});

describe('What is no whole request', () => {
  it.each([
    ['comes in too slowly', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc', 408, 'too-slow'],
    ['is no HTTP', 'nonsense\r\n\r\n', 400, 'malformed'],
    ['has headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'headers-too-large'],
  ])('because it %s, is answered with a problem', async (_, sent, status, code) => {
    const server = createServer({ requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 }, (request) =>
      request.resume(),
    );
    answerBrokenRequests(server);
    const { port } = new URL(await listening(server));
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} .*Content-Type: application/problem\\+json`, 's'));
    expect(JSON.parse(body)).toMatchObject({ status, code });
    server.close();
    server.closeAllConnections();
  });
});

describe('A report that was cut off with the process', () => {
  it('leaves nothing, once the service is started again', async () => {
    await using served = await serve();
    const jobs = join(served.folder, 'jobs');
    mkdirSync(join(jobs, 'one', '1'), { recursive: true });
    for (const name of ['report-1234', '1/log.txt']) writeFileSync(join(jobs, 'one', name), 'x');
    await forgetCutOffReports(jobs);
    expect(readdirSync(join(jobs, 'one'), { recursive: true }).sort()).toEqual(['1', '1/log.txt']);
  });
});

async function listening(server: ReturnType<typeof createServer>): Promise<string> {
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Whether this Node is an earlier one. */
function isBefore(version: string): boolean {
  return process.versions.node.localeCompare(version, 'en', { numeric: true }) < 0;
}
