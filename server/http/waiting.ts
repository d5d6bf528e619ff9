import { walks } from '../answers/walks.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { isChecking } from '../host/transition.ts';

/**
 * Waits until no check runs and no walk goes on, or the time (seconds) is over, or the client has gone.
 *
 * @returns the installation as it is then.
 */
export function untilChecked(
  installations: Installations,
  now: LoadedInstallation,
  seconds: number,
  gone: AbortSignal,
): Promise<LoadedInstallation> {
  return until(installations, now, seconds, gone, (then) => !isChecking(then.snapshot) && !goesOn(then));
}

/** Whether a walk takes the next step by itself. */
export function goesOn({ snapshot, walk }: LoadedInstallation): boolean {
  return walks.next(snapshot, walk) !== undefined;
}

/** Waits until the installation is past the revision that it is at, or the time (seconds) is over, or the client has gone. */
export function untilPast(
  installations: Installations,
  now: LoadedInstallation,
  seconds: number,
  gone: AbortSignal,
): Promise<LoadedInstallation> {
  return until(installations, now, seconds, gone, ({ row }) => row.revision !== now.row.revision);
}

/** Whoever waits hears of a step from the store, so that one that another process took wakes it too. */
function until(
  installations: Installations,
  now: LoadedInstallation,
  seconds: number,
  gone: AbortSignal,
  isSo: (now: LoadedInstallation) => boolean,
): Promise<LoadedInstallation> {
  if (gone.aborted || installations.isStopping || seconds <= 0 || isSo(now)) return Promise.resolve(now);
  const { id } = now.row;
  return new Promise((resolve, reject) => {
    let last = now;
    const look = () => {
      installations.load(id).then((loaded) => {
        last = loaded;
        if (isSo(loaded)) over();
      }, failed);
    };
    const end = () => {
      clearTimeout(timer);
      unfollow();
      installations.events.off('stopping', over);
      gone.removeEventListener('abort', over);
    };
    const over = () => {
      end();
      resolve(last);
    };
    const failed = (error: unknown) => {
      end();
      reject(error);
    };
    const timer = setTimeout(over, seconds * 1000);
    gone.addEventListener('abort', over, { once: true });
    installations.events.once('stopping', over);
    const unfollow = installations.follow(id, ({ type }) => {
      if (type !== 'progress') look();
    });
    look();
  });
}
