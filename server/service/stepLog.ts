import type { Logger } from 'pino';
import type { Installations } from '../host/installations.ts';
import { stepNews } from '../host/stepNews.ts';

/** Tells the log of every step that this process takes, and of every end of an installer: who and what, never an answer. */
export function logSteps(installations: Pick<Installations, 'events'>, log: Logger): void {
  installations.events.on('stepped', (_id, step) => {
    const { installation, revision, event, who, status, page, installer } = stepNews(step);
    log.info({ installation, revision, event, who, status, page }, 'step');
    if (installer) log.info({ installation, ...installer }, 'the installer has ended');
  });
  installations.events.on('deleted', (installation) => log.info({ installation }, 'deleted'));
}
