import type { Row } from '../store/rows.ts';
import type { Waiting } from '../store/step.ts';
import type { Decision } from './decision.ts';
import type { HostSettings } from './hostSettings.ts';
import type { LoadedInstallation } from './loadedInstallation.ts';
import { notNow } from './notNow.ts';
import { statusOf } from './status.ts';
import { revive, screenOf, type Transition, transitionOn } from './transition.ts';

/** Who gives an installation to a runner. */
export interface Assigning extends Pick<Decision, 'who' | 'answering'> {
  /** Refuses, where the installation as it is now is not the one that was meant, or can't be given to that runner. */
  expect?(now: LoadedInstallation): Promise<void>;
}

/**
 * What becomes of an installation that is given to a runner, or back to the service. In the chart nothing changes but who can run the
 * installer: what it waits for is asked for anew, at its new place; and where all checks were over, those of the server are made once
 * more, for they were of another one.
 *
 * @throws {Problem} `not-now` once the installer has been begun: its job is on the server where it was.
 */
export function assignment(
  { kept, snapshot }: LoadedInstallation,
  waiting: readonly Waiting[],
  runsElsewhere: boolean,
): Transition {
  if (snapshot.context.attempt > 0 || ends.includes(statusOf(snapshot))) throw notNow(snapshot);
  const isAsBefore = kept.context.runsElsewhere === runsElsewhere;
  const given = isAsBefore ? kept : { ...kept, context: { ...kept.context, runsElsewhere } };
  if (waiting.length === 0 && screenOf(snapshot) === 'ready') {
    const checked = transitionOn(revive(given), { type: 'recheck' });
    if (checked) return checked;
  }
  return { kept: given, started: waiting.map(({ effect }) => effect), stopped: waiting.map(({ id }) => id) };
}

/** Whether the installer can be run neither by the service nor by a runner, so that its script is handed out. */
export function isRunElsewhere(
  { mode, runner }: Pick<Row, 'mode' | 'runner'>,
  { installsHere }: Pick<HostSettings, 'installsHere'>,
): boolean {
  return mode === 'live' && runner === null && !installsHere;
}

const ends: readonly string[] = ['installing', 'postInstallation', 'finished', 'cancelled'];
