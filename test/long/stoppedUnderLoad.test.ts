import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { grace } from '../../server/service/stopperOf.ts';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';
import { doneTwice } from './doneTwice.ts';
import { randomOf } from './randomOf.ts';
import { Wanderer } from './wanderer.ts';

const stops = 3;
/** So many walk at once, and so many each read a stream, wait for a change, and send a body that never ends. */
const walkers = 8;
const others = 10;

it('A service that is stopped under load ends by itself, within its time, and has done for each client what it was told, once', {
  timeout: 600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-stopped-'));
  const seed = Number(process.env['MIM_SETUP_TEST_SEED'] ?? randomBytes(4).readUInt32LE());
  const start = () => startProcess(folder, { environment: { MIM_SETUP_LOG_LEVEL: 'info' } });
  let service: ServiceProcess = await start();
  const wanderers: Wanderer[] = [];
  let stopped = 0;
  const walkOn = async () => {
    do {
      const wanderer = new Wanderer(() => service.client, `walk ${wanderers.length}`, randomOf(seed + wanderers.length + 1));
      wanderers.push(wanderer);
      await wanderer.toTheEnd();
    } while (stopped < stops);
  };
  const told = () => wanderers.reduce((sum, { steps }) => sum + steps, 0);
  try {
    const walking = Promise.all(Array.from({ length: walkers }, walkOn));
    while (stopped < stops) {
      const { id, revision } = await service.client.begin();
      const self = `/api/v1/installations/${id}`;
      const wait = `If-None-Match: "${revision}"\r\nPrefer: wait=600\r\n`;
      const body = 'Content-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n';
      const each = (open: () => Talk) => Promise.all(Array.from({ length: others }, () => open().once));
      // Behind a request that was answered stands one that is in the same hands, for both came in one piece.
      const waits = await each(() => talk(service.url, [`GET ${self}`, `GET ${self}`], ['', wait], /^HTTP\/1.1 200 /));
      const streams = await each(() => talk(service.url, [`GET ${self}/stream`], [''], /^event: view$/m));
      const endless = await each(() => talk(service.url, [`POST ${self}/events`], [body], /^HTTP\/1.1 100 /));
      const before = told();
      await Promise.race([walking, expect.poll(told, { timeout: 60_000 }).toBeGreaterThan(before + walkers)]);
      const dying = service;
      // It gives its requests this long, and then cuts off what is left. It is waited for twice as long, and no longer.
      expect(await dying.stop(2 * grace)).toBe(0);
      stopped += 1;
      service = await start();
      for (const heard of waits.map((one) => one.heard())) expect(heard).toMatch(/HTTP\/1.1 304 /);
      for (const { ended } of [...waits, ...streams, ...endless]) await ended;
      const lines = dying
        .output()
        .split('\n')
        .filter((line) => line.startsWith('{'));
      const logged = lines.map((line) => JSON.parse(line) as { msg: string; cutOff?: number });
      // Those alone are cut off whose body never ends.
      expect(logged.find(({ msg }) => msg === 'stopped')?.cutOff).toBe(others);
      expect(dying.output()).not.toMatch(/went wrong/);
    }
    await walking;
    const faults = [];
    for (const wanderer of wanderers) faults.push(...(await wanderer.contradictions()), ...doneTwice(folder, wanderer.id));
    expect(faults, `MIM_SETUP_TEST_SEED=${seed}`).toEqual([]);
    process.stdout.write(`${stopped} stops, ${wanderers.length} walks, ${told()} requests that were answered\n`);
  } finally {
    await service[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true, force: true });
  }
});

interface Talk {
  readonly once: Promise<Talk>;
  readonly ended: Promise<unknown>;
  heard(): string;
}

/** Requests in one piece over a connection of their own; `once` is fulfilled when this was heard. */
function talk(url: string, lines: readonly string[], headers: readonly string[], first: RegExp): Talk {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  const ended = new Promise((resolve) => socket.on('error', () => {}).once('close', resolve));
  const once = new Promise<void>((resolve, reject) => {
    socket.setEncoding('utf8').on('data', (piece: string) => {
      heard += piece;
      if (first.test(heard)) resolve();
    });
    socket.once('close', () => reject(new Error(`It ended before ${first}: ${heard.slice(0, 300)}`)));
  });
  socket.write(lines.map((line, at) => `${line} HTTP/1.1\r\nHost: ${hostname}\r\n${headers[at]}\r\n`).join(''));
  const talk: Talk = { once: once.then(() => talk), ended, heard: () => heard };
  return talk;
}
