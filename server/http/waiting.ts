import type { Installations } from '../installations.ts';

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
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      events.off('moved', look);
      gone.removeEventListener('abort', end);
      resolve();
    };
    const look = (moved: string) => {
      try {
        if (moved === id && isSo()) end();
      } catch (error) {
        end();
        reject(error);
      }
    };
    const timer = setTimeout(end, seconds * 1000);
    gone.addEventListener('abort', end, { once: true });
    events.on('moved', look);
    look(id);
  });
}
