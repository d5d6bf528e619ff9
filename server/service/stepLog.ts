import type { Logger } from 'pino';
import type { Installations } from '../host/installations.ts';
import { stepNews } from '../host/stepNews.ts';
import { traceStep } from '../host/tracing.ts';

/** Tells the log of every step that this process takes, and of every end of an installer: who and what, never an answer. Traces hear of it too. */
export function logSteps(installations: Pick<Installations, 'events'>, log: Logger): void {
  installations.events.on('stepped', (_id, step) => {
    const news = stepNews(step);
    traceStep(news);
    const { installation, revision, event, who, status, page, installer } = news;
    log.info({ installation, revision, event, who, status, page }, 'step');
    if (installer) log.info({ installation, ...installer }, 'the installer has ended');
  });
  installations.events.on('deleted', (installation) => log.info({ installation }, 'deleted'));
}
