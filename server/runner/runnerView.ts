import type { PlacedCall, RunnerRow } from '../store/runnerRecords.ts';
import { type AboutRunner, aboutRunner } from './messages.ts';
import { otherVersion, ownVersion, worksWith } from './version.ts';

/** A runner as it is shown. */
export interface RunnerView {
  readonly name: string;
  /**
   * `invited`: it was given a code, and has not come yet; `connected`; `away`; `otherVersion`: it has come, and can't be worked with.
   */
  readonly state: 'invited' | 'connected' | 'away' | 'otherVersion';
  readonly enrolledAt: string | null;
  /** Until when the code is good that it was given; null where there is none. */
  readonly codeExpires: string | null;
  readonly seenAt: string | null;
  readonly about: AboutRunner | null;
  /** What it does, or is to do when it comes. */
  readonly calls: readonly { readonly installation: string; readonly service: string }[];
  /** What is to be done about it; null where nothing is. */
  readonly note: string | null;
}

/** @param heartbeat how often it gives a sign of life, milliseconds. */
export function runnerView(row: RunnerRow, calls: readonly PlacedCall[], heartbeat: number): RunnerView {
  const { name, enrolledAt, codeExpires, seenAt, connection } = row;
  const about = readAbout(row.about);
  const isFresh = seenAt !== null && Date.now() - Date.parse(seenAt) < 3.5 * heartbeat;
  const other = about !== null && !worksWith(about.version, ownVersion);
  const state = enrolledAt === null ? 'invited' : other ? 'otherVersion' : connection !== null && isFresh ? 'connected' : 'away';
  return {
    name,
    state,
    enrolledAt,
    codeExpires: codeExpires !== null && codeExpires > new Date().toISOString() ? codeExpires : null,
    seenAt,
    about,
    calls: calls.map(({ installation, service }) => ({ installation, service })),
    note: noteOn(name, state, about),
  };
}

function noteOn(name: string, state: RunnerView['state'], about: AboutRunner | null): string | null {
  switch (state) {
    case 'connected':
      return null;
    case 'otherVersion':
      return otherVersion(about!.version, name);
    case 'invited':
      return 'It has not come yet. Start mim-setup runner on its server, with the file that holds its code as --token-file.';
    case 'away':
      return `It is not connected. What waits for it goes on when it comes: see on ${about?.host ?? 'its server'} that mim-setup runner runs, and reaches this service.`;
  }
}

function readAbout(text: string | null): AboutRunner | null {
  return text === null ? null : (aboutRunner.safeParse(JSON.parse(text)).data ?? null);
}
