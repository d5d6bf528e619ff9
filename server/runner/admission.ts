import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { RunnerRecords } from '../store/runnerRecords.ts';
import { digestOf, type Enrolment, type Shown } from './enrolment.ts';
import { type AboutRunner, fromRunner } from './messages.ts';
import { otherVersion, ownVersion, worksWith } from './version.ts';

interface Door {
  readonly records: RunnerRecords;
  readonly enrolment: Enrolment;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/** One that may come in: what it is, and the id of its connection, which counts from now on in place of any before. */
export interface Admitted {
  readonly about: AboutRunner;
  readonly connection: string;
}

/**
 * Hears the first thing that somebody at the door says, and lets it in or says why not.
 *
 * @param text what it said; nothing, where that was no text.
 */
export async function admit(
  shown: Shown,
  text: string | undefined,
  { records, enrolment, log }: Door,
): Promise<Admitted | { readonly refusal: string }> {
  const { name } = shown;
  const hello = readHello(text);
  if (!hello) return { refusal: 'The first thing that a runner says is who it is.' };
  const { about, token } = hello;
  const said = JSON.stringify(about);
  if (!worksWith(about.version, ownVersion)) {
    log.warn({ runner: name, version: about.version }, 'a runner of another version');
    if (shown.by === 'token') await records.refused(name, digestOf(shown.secret), now(), said);
    return { refusal: otherVersion(about.version, name) };
  }
  const counts = await enrolment.tokenOf(shown, token);
  if ('refusal' in counts) return counts;
  if (shown.by === 'code') log.info({ runner: name }, 'a runner was enrolled');
  const connection = randomUUID();
  if (await records.connected(name, counts.digest, connection, now(), said)) return { about, connection };
  return { refusal: 'This runner was removed.' };
}

function readHello(text: string | undefined) {
  try {
    const message = fromRunner.parse(JSON.parse(text ?? ''));
    return message.type === 'hello' ? message : undefined;
  } catch {
    return undefined;
  }
}

function now(): string {
  return new Date().toISOString();
}
