import type { Installations } from '../host/installations.ts';

/** Waits until no check runs, or the time (seconds) is over, or the client has gone. */
export function untilChecked(installations: Installations, id: string, seconds: number, gone: AbortSignal): Promise<void> {
  return until(installations, id, seconds, gone, () => !installations.isChecking(id));
}

/** Waits until the installation is past a revision, or the time (seconds) is over, or the client has gone. */
export function untilPast(
  installations: Installations,
  id: string,
  revision: number,
  seconds: number,
  gone: AbortSignal,
): Promise<void> {
  return until(installations, id, seconds, gone, () => installations.load(id).row.revision !== revision);
}

function until({ events }: Installations, id: string, seconds: number, gone: AbortSignal, isSo: () => boolean): Promise<void> {
  if (gone.aborted || seconds <= 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = (moved: string) => {
      if (moved !== id) return;
      try {
        if (isSo()) end();
      } catch (error) {
        end(error);
      }
    };
    const over = () => end();
    const end = (error?: unknown) => {
      clearTimeout(timer);
      events.off('moved', look).off('deleted', look);
      gone.removeEventListener('abort', over);
      if (error === undefined) resolve();
      else reject(error);
    };
    const timer = setTimeout(over, seconds * 1000);
    gone.addEventListener('abort', over, { once: true });
    events.on('moved', look).on('deleted', look);
    look(id);
  });
}
