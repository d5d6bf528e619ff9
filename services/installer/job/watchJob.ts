import { setTimeout as sleep } from 'node:timers/promises';
import type { InstallerProgress, Progress } from '../../../machines/ports/call.ts';
import { isLocked } from '../../files/fileLock.ts';
import { leavesOpen } from '../installOutcome.ts';
import { type LogFollower, LogUnreadable } from '../log/logFollower.ts';
import type { LogStory } from '../log/logStory.ts';
import type { Trouble } from '../trouble.ts';
import { engineAtWork } from './engineAtWork.ts';
import { type JobExit, type JobFolder, type JobProcess, readExit, readProcess } from './jobFolder.ts';
import { processAlive } from './processAlive.ts';

/** How a job is watched. */
export interface Watching {
  /** How often to look, milliseconds. */
  readonly interval: number;
  /** How long a log has to be quiet, with no process left that is known to write it, to count as ended; milliseconds. */
  readonly quiet: number;
  readonly signal: AbortSignal;
  readonly progress: (progress: Progress) => void;
  readonly trouble: Pick<Trouble, 'tell' | 'over'>;
  /** How long an installer that has ended may have a log that can't be read, milliseconds. */
  readonly logPatience: number;
  /** Done each time before it is looked. */
  readonly beforeLook?: () => Promise<void>;
}

/** How the watching of a job has ended. */
export interface Watched {
  /** Null where nobody learnt how the installer ended. */
  readonly exit: JobExit | null;
  /** Why its log was not read to its end. */
  readonly unread?: unknown;
}

/**
 * Follows a job until it has ended, and tells how far it is. Where the installer's process is gone before the installation has
 * ended, the log is followed on while it grows: Windows Installer does its work in a service, which may outlive its client. `not
 * run` where its launcher is gone before it came to the installer. What keeps it from looking for a while is told as trouble, and
 * ends nothing; only a log that can't be read is given up in the end, where the exit code is known. Called off, it throws the
 * signal's reason; the job goes on.
 */
export async function watchJob(folder: JobFolder, follower: LogFollower, watching: Watching): Promise<Watched | 'not run'> {
  const { signal, trouble } = watching;
  let unreadSince: number | undefined;
  let lastGrowth = Date.now();
  let told = '';
  const tell = (at: JobProcess | null, lines: readonly string[]) => {
    const installer = howFar(follower.story, at);
    if (lines.length > 0) lastGrowth = Date.now();
    if (lines.length > 0 || JSON.stringify(installer) !== told) {
      watching.progress({ installer, ...(lines.length > 0 && { log: lines.slice(-mostLines) }) });
    }
    told = JSON.stringify(installer);
  };
  const look = async (): Promise<Watched | 'not run' | undefined> => {
    await watching.beforeLook?.();
    // In this order: whoever ends in between has left its exit code, and the log is read after its last line was written.
    const at = await readProcess(folder);
    const working = isLocked(folder.alive);
    const exit = await readExit(folder);
    if (!working && !exit && (at === null || at.state === 'waiting')) return 'not run';
    if (at) follower.beginRun(at.run);
    const read = async (ended: boolean) => {
      try {
        await follower.catchUp((lines) => tell(at, lines), { ended });
        unreadSince = undefined;
        return undefined;
      } catch (error) {
        unreadSince ??= Date.now();
        if (exit && error instanceof LogUnreadable && Date.now() - unreadSince >= watching.logPatience)
          return { exit, unread: error };
        throw error;
      }
    };
    const givenUp = await read(false);
    if (givenUp) return givenUp;
    tell(at, []);
    const over =
      exit !== null && !leftBehind(exit, follower.story)
        ? true
        : !working && Date.now() - lastGrowth >= watching.quiet && !(await stillAtWork(at, exit));
    return over ? ((await read(true)) ?? { exit }) : undefined;
  };
  for (;;) {
    signal.throwIfAborted();
    try {
      const watched = await look();
      trouble.over();
      if (watched) return watched;
    } catch (error) {
      if (signal.aborted) throw error;
      trouble.tell(error);
      // What can't be read is not quiet.
      lastGrowth = Date.now();
    }
    await sleep(watching.interval, undefined, { signal });
  }
}

/** Lines told at once; all of them are in the log that is shown. */
const mostLines = 200;

/** Whether the installer's process ended before the installation did. */
function leftBehind({ code, error }: JobExit, story: LogStory): boolean {
  return error === undefined && leavesOpen(story, code);
}

async function stillAtWork(at: JobProcess | null, exit: JobExit | null): Promise<boolean> {
  const { pid, startedAt } = at ?? {};
  if (!exit && pid && startedAt && (await processAlive({ pid, startedAt })) !== false) return true;
  return await engineAtWork();
}

function howFar(story: LogStory, at: JobProcess | null): InstallerProgress {
  if (!at || at.state === 'waiting') return { action: '', phase: 'Waiting until no other installation runs', percent: 0 };
  const done = story.components + story.features.length;
  const phase =
    done === 0 || story.rollback.begun
      ? phases[story.phase]
      : `${phases[story.phase]}, ${story.components} components and ${story.features.length} features done`;
  return { action: story.action ?? '', phase, percent: story.percent };
}

const phases = { preparing: 'Preparing', installing: 'Installing', rollingBack: 'Rolling back' } as const;
