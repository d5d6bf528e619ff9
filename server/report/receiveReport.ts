import { join } from 'node:path';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { outcomeOfReport } from '../../services/installer/outcomeOfReport.ts';
import { maskedError } from '../../services/secrets/maskedError.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { notNow } from '../host/notNow.ts';
import type { Planning } from '../plan/forms.ts';
import { hiddenBy } from '../plan/settledInstall.ts';
import { IncomingLog } from './incomingLog.ts';

/** How an installer that ran elsewhere has ended, as it comes in. */
export interface Incoming {
  readonly exitCode: number;
  /** Whether the sender has said that the product is installed, where the log can't tell. */
  readonly installed?: boolean | undefined;
  /** Its log, however large; nothing where none is sent. */
  readonly log: AsyncIterable<Uint8Array> | undefined;
  readonly who: string;
}

/**
 * Takes the report as the next attempt of an installation: reads its log as it comes in, keeps it redacted, and moves the
 * installation on. One that is refused, or breaks off, changes nothing and leaves nothing behind.
 *
 * @throws {Problem} `not-now` where no report is waited for, before and after its log has come in; `conflict` where another one
 * got in first; `invalid-request` where exit code and log contradict each other, and where the log is of something else
 * than an installation of this product, or does not tell.
 */
export async function receiveReport(
  installations: Installations,
  planning: Planning,
  jobsFolder: string,
  id: string,
  { exitCode, installed = false, log, who }: Incoming,
): Promise<void> {
  const attempt = nextAttempt(installations, id);
  const kept = new IncomingLog(join(jobsFolder, id, `report-${crypto.randomUUID()}`));
  const secrets = installations.secretsOf(id);
  try {
    const outcome = await outcomeOfReport({
      exitCode,
      installed,
      ...(log && { log }),
      secrets,
      hidden: hiddenBy(planning.settlements),
      keep: (text) => kept.append(text),
    });
    await kept.close();
    // From here on nothing else has its turn: the log stands where the attempt does, or neither stands anywhere.
    if (nextAttempt(installations, id) !== attempt) throw new Problem('conflict', 'Another report, or a retry, got in first.');
    const report = { type: 'report', outcome } as const;
    kept.publish(join(jobsFolder, id, String(attempt), 'log.txt'), () => installations.send(id, report, { who }));
  } catch (error) {
    throw error instanceof Problem ? error : maskedError(error, secrets);
  } finally {
    await kept.discard();
  }
}

/** @throws {Problem} `not-now` where no report is waited for. */
function nextAttempt(installations: Installations, id: string): number {
  const present: LoadedInstallation = installations.load(id);
  if (!present.snapshot.can({ type: 'report', outcome: anyOutcome })) throw notNow(present.snapshot);
  return present.snapshot.context.attempt + 1;
}

const anyOutcome = { result: 'succeeded', exitCode: 0, restartNeeded: false, rolledBack: null, message: '' } as const;
