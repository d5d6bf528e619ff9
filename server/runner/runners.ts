import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Parts } from '../../services/live/parts.ts';
import type { Effect } from '../store/effect.ts';
import type { Working } from '../store/effects.ts';
import type { RunnerRecords, RunnerRow } from '../store/runnerRecords.ts';
import { RunnerConnection } from './connection.ts';
import { type FromService, fromRunner } from './messages.ts';
import { needsRunner } from './needsRunner.ts';
import { type RemoteSettings, remoteParts } from './remoteParts.ts';
import { type RunnerView, runnerView } from './runnerView.ts';
import { otherVersion, ownVersion, worksWith } from './version.ts';

export interface RunnersSettings extends RemoteSettings {
  readonly records: RunnerRecords;
  /** How often a runner and the service give each other a sign of life, milliseconds. */
  readonly heartbeat: number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Begins to make the calls that wait for a place. */
  workAt(place: string): Working;
  report(error: unknown, about: object): void;
}

/** Who shows what at the door: a token, or a code to be enrolled by. */
export type Shown = { readonly name: string; readonly by: 'token' | 'code'; readonly secret: string };

interface Present {
  readonly socket: WebSocket;
  readonly parts: Parts;
}

/** How long a code is good, milliseconds, and how long a runner has to say who it is. */
const codeLife = 60 * 60_000;
const patience = 10_000;

/** The runners of a service: enrols them, lets them in, shuts them out, and has calls made by them. */
export class Runners {
  readonly #settings: RunnersSettings;
  readonly #present = new Map<string, Present>();
  /** By name: calls of a connection that has ended are called off before they are asked for over the next. */
  readonly #leaving = new Map<string, Promise<void>>();

  constructor(settings: RunnersSettings) {
    this.#settings = settings;
  }

  /** A code by which a runner of this name is enrolled, once and within the hour. One that is enrolled already keeps its token until then. */
  async invite(name: string): Promise<{ readonly code: string; readonly expiresAt: string }> {
    const code = `enrol-${randomBytes(18).toString('base64url')}`;
    const expiresAt = new Date(Date.now() + codeLife).toISOString();
    await this.#settings.records.offer(name, digestOf(code), expiresAt);
    return { code, expiresAt };
  }

  async list(): Promise<RunnerView[]> {
    const [rows, calls] = await Promise.all([this.#settings.records.list(), this.#settings.records.callsAtPlaces()]);
    const ofRunner = ({ name }: RunnerRow) => calls.filter(({ place }) => place === placeOfRunner(name));
    return rows.map((row) => runnerView(row, ofRunner(row), this.#settings.heartbeat));
  }

  /** One of them, without what it does; nothing, where there is none of this name. */
  async find(name: string): Promise<RunnerView | undefined> {
    const row = await this.#settings.records.find(name);
    return row && runnerView(row, [], this.#settings.heartbeat);
  }

  /** Shuts a runner out: its token no longer counts. False where there is none. */
  async remove(name: string): Promise<boolean> {
    const wasThere = await this.#settings.records.remove(name);
    this.#present.get(name)?.socket.close(1008, 'This runner was removed.');
    return wasThere;
  }

  /** Whether something of a call can be done by a runner alone. */
  isNeededFor(call: Pick<Effect, 'id' | 'service'>): boolean {
    return needsRunner(call, this.#settings.madeHere);
  }

  /** Whether this is the token of a runner. */
  async isToken(token: string): Promise<boolean> {
    return (await this.#settings.records.byToken(digestOf(token))) !== undefined;
  }

  /** Whose token, or code, somebody at the door shows; nothing, where it is nobody's. */
  async recognize(secret: string): Promise<Shown | undefined> {
    const { records } = this.#settings;
    const enrolled = await records.byToken(digestOf(secret));
    if (enrolled) return { name: enrolled.name, by: 'token', secret };
    const invited = await records.byCode(digestOf(secret), new Date().toISOString());
    return invited && { name: invited.name, by: 'code', secret };
  }

  /** What is done through the runner that is connected to this process; nothing, where it is not. */
  partsOf(name: string): Parts | undefined {
    return this.#present.get(name)?.parts;
  }

  /** Takes a connection of somebody who was recognized: hears who it is, and works with it until it leaves. */
  take(socket: WebSocket, shown: Shown): void {
    const { log } = this.#settings;
    socket.on('error', () => socket.terminate());
    const limit = setTimeout(() => socket.terminate(), patience);
    socket.once('message', (data, isBinary) => {
      clearTimeout(limit);
      socket.pause();
      void this.#welcome(socket, shown, isBinary ? undefined : String(data))
        .catch((error: unknown) => {
          this.#settings.report(error, { runner: shown.name });
          socket.close(1011);
        })
        .finally(() => socket.resume());
    });
    socket.once('close', () => clearTimeout(limit));
    log.info({ runner: shown.name, by: shown.by }, 'a runner is at the door');
  }

  /** Sends all away; they come again by themselves. */
  async close(): Promise<void> {
    for (const { socket } of this.#present.values()) {
      socket.close(1001, 'The service stops.');
      socket.terminate();
    }
    await Promise.all(this.#leaving.values());
  }

  async #welcome(socket: WebSocket, shown: Shown, text: string | undefined): Promise<void> {
    const { records, heartbeat, log, report, workAt } = this.#settings;
    const { name } = shown;
    const hello = readHello(text);
    if (!hello) return refuse(socket, 'The first thing that a runner says is who it is.');
    const { about, token } = hello;
    if (!worksWith(about.version, ownVersion)) {
      const message = otherVersion(about.version, name);
      log.warn({ runner: name, version: about.version }, 'a runner of another version');
      if (shown.by === 'token')
        await records.refused(name, digestOf(shown.secret), new Date().toISOString(), JSON.stringify(about));
      return refuse(socket, message);
    }
    if (shown.by === 'code') {
      if (token === undefined) return refuse(socket, 'A runner that comes with a code makes a token for itself.');
      const enrolled = await records.enrol(name, digestOf(shown.secret), digestOf(token), new Date().toISOString());
      if (!enrolled)
        return refuse(socket, 'This code was used already, or is too old. Ask for another: mim-setup runner enroll.');
      log.info({ runner: name }, 'a runner was enrolled');
    }
    const counts = digestOf(shown.by === 'code' ? token! : shown.secret);
    const id = randomUUID();
    if (!(await records.connected(name, counts, id, new Date().toISOString(), JSON.stringify(about))))
      return refuse(socket, 'This runner was removed.');
    await this.#giveWay(name);
    if (socket.readyState !== socket.OPEN) return void (await records.left(name, id));
    const connection = new RunnerConnection(socket, {
      heartbeat,
      report: (error, more) => report(error, { ...more, runner: name }),
    });
    const present: Present = { socket, parts: remoteParts(connection, about.host, this.#settings) };
    this.#present.set(name, present);
    say(socket, { type: 'welcome', name, version: ownVersion, heartbeat });
    const working = workAt(placeOfRunner(name));
    const signs = setInterval(() => {
      void records.seen(name, id, new Date().toISOString()).then(
        (counted) => counted || socket.close(1008, 'This connection no longer counts.'),
        (error: unknown) => report(error, { runner: name }),
      );
    }, heartbeat);
    log.info({ runner: name, ...about }, 'a runner has come');
    socket.once('close', () => {
      clearInterval(signs);
      if (this.#present.get(name) === present) this.#present.delete(name);
      log.info({ runner: name }, 'a runner has left');
      const leaving = Promise.all([working.stop(), records.left(name, id)]).then(
        () => {},
        (error: unknown) => report(error, { runner: name }),
      );
      this.#leaving.set(name, leaving);
      void leaving.finally(() => this.#leaving.get(name) === leaving && this.#leaving.delete(name));
    });
  }

  /** Ends the connection that a runner had before, and waits until all that was made over it is called off. */
  async #giveWay(name: string): Promise<void> {
    const before = this.#present.get(name);
    if (before) {
      const closed = new Promise((resolve) => before.socket.once('close', resolve));
      before.socket.terminate();
      await closed;
    }
    await this.#leaving.get(name);
  }
}

/** Where the calls wait that a runner alone can make. No host is called so. */
export function placeOfRunner(name: string): string {
  return `runner:${name}`;
}

function readHello(text: string | undefined) {
  try {
    const message = fromRunner.parse(JSON.parse(text ?? ''));
    return message.type === 'hello' ? message : undefined;
  } catch {
    return undefined;
  }
}

function refuse(socket: WebSocket, message: string): void {
  say(socket, { type: 'refused', message });
  socket.close(1008);
}

function say(socket: WebSocket, message: FromService): void {
  socket.send(JSON.stringify(message));
}

/** Tokens and codes are long and random: what is kept of them need not be slow to make. */
function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
