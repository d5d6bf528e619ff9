import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Parts } from '../../services/live/parts.ts';
import type { Working } from '../store/effects.ts';
import type { RunnerRecords } from '../store/runnerRecords.ts';
import { admit } from './admission.ts';
import { RunnerConnection } from './connection.ts';
import type { Enrolment, Shown } from './enrolment.ts';
import type { FromService } from './messages.ts';
import { type RemoteSettings, remoteParts } from './remoteParts.ts';
import { ownVersion } from './version.ts';

/** What runners are welcomed by, and given to do. */
export interface PresenceSettings extends RemoteSettings {
  readonly records: RunnerRecords;
  /** How often a runner and the service give each other a sign of life, milliseconds. */
  readonly heartbeat: number;
  readonly log: Pick<Logger, 'info' | 'warn'>;
  /** Begins to make the calls that wait for a place. */
  workAt(place: string): Working;
  report(error: unknown, about: object): void;
}

interface ConnectedRunner {
  readonly socket: WebSocket;
  readonly parts: Parts;
}

/** How long a runner has to say who it is, milliseconds. */
const patience = 10_000;

/** The runners that are connected to this process: they are welcomed, have calls made by them, and leave. */
export class Presence {
  readonly #settings: PresenceSettings;
  readonly #enrolment: Enrolment;
  readonly #present = new Map<string, ConnectedRunner>();
  /** By name: calls of a connection that has ended are called off before they are asked for over the next. */
  readonly #leaving = new Map<string, Promise<void>>();

  constructor(settings: PresenceSettings, enrolment: Enrolment) {
    this.#settings = settings;
    this.#enrolment = enrolment;
  }

  /** What is done through a runner; nothing, where it is not here. */
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

  /** Ends the connection of one that may not come any more. */
  sendAway(name: string): void {
    this.#present.get(name)?.socket.close(1008, 'This runner was removed.');
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
    const { records, heartbeat, log, report } = this.#settings;
    const { name } = shown;
    const admitted = await admit(shown, text, { records, enrolment: this.#enrolment, log });
    if ('refusal' in admitted) {
      say(socket, { type: 'refused', message: admitted.refusal });
      socket.close(1008);
      return;
    }
    const { connection: id, about } = admitted;
    await this.#giveWay(name);
    if (socket.readyState !== socket.OPEN) return void (await records.left(name, id));
    const connection = new RunnerConnection(socket, {
      heartbeat,
      report: (error, more) => report(error, { ...more, runner: name }),
    });
    say(socket, { type: 'welcome', name, version: ownVersion, heartbeat });
    log.info({ runner: name, ...about }, 'a runner has come');
    this.#workWith(name, id, { socket, parts: remoteParts(connection, about.host, this.#settings) });
  }

  /** Has calls made by it, and notes that it is there, until its connection ends. */
  #workWith(name: string, id: string, present: ConnectedRunner): void {
    const { records, heartbeat, log, report, workAt } = this.#settings;
    const { socket } = present;
    this.#present.set(name, present);
    const working = workAt(placeOfRunner(name));
    const signs = setInterval(() => {
      void records.seen(name, id, new Date().toISOString()).then(
        (counted) => counted || socket.close(1008, 'This connection no longer counts.'),
        (error: unknown) => report(error, { runner: name }),
      );
    }, heartbeat);
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

function say(socket: WebSocket, message: FromService): void {
  socket.send(JSON.stringify(message));
}
