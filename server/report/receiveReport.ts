import { join } from 'node:path';
import { leftOut, settlementsOf, toSettle } from '../../machines/plan/settled.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { outcomeOfReport } from '../../services/installer/outcomeOfReport.ts';
import { maskedError } from '../../services/secrets/maskedError.ts';
import type { Decision } from '../host/decision.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { notNow } from '../host/notNow.ts';
import type { Planning } from '../plan/forms.ts';
import { hiddenBy } from '../plan/settledInstall.ts';
import { StoreUnavailable } from '../store/unavailable.ts';
import { incomingName } from './cutOffReports.ts';
import { IncomingLog } from './incomingLog.ts';

/** How an installer that ran elsewhere has ended, as it comes in. */
export interface Incoming {
  readonly exitCode: number;
  /** Whether the sender has said that the product is installed, where the log can't tell. */
  readonly installed?: boolean | undefined;
  /** Its log, however large; nothing where none is sent. */
  readonly log: AsyncIterable<Uint8Array> | undefined;
  readonly who: string;
  /** The request that it came with. */
  readonly answering?: Decision['answering'];
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
  { exitCode, installed = false, log, who, answering }: Incoming,
): Promise<LoadedInstallation> {
  const before = await installations.load(id);
  const attempt = nextAttempt(before);
  const kept = new IncomingLog(join(jobsFolder, id, `${incomingName}${crypto.randomUUID()}`));
  const secrets = await installations.secretsOf(before);
  const target = join(jobsFolder, id, String(attempt), 'log.txt');
  try {
    const outcome = await outcomeOfReport({
      exitCode,
      installed,
      ...(log && { log }),
      secrets,
      hidden: hiddenBy(settlementsOf(before.snapshot.context.settlements, planning.settlements)),
      keep: (text) => kept.append(text),
    });
    await kept.close();
    return await installations.step(id, (now) => {
      if (nextAttempt(now) !== attempt) throw new Problem('conflict', 'Another report, or a retry, got in first.');
      // The log stands where the attempt does, or neither stands anywhere.
      kept.publish(target);
      const { context } = now.snapshot;
      const told = { ...outcome, leftOut: leftOut(toSettle(context), planning.settlements) };
      return { event: { type: 'report', outcome: told }, who, answering };
    });
  } catch (error) {
    // Where the storage went away, the step may have been taken.
    if (!(error instanceof StoreUnavailable)) kept.takeBack(target);
    throw error instanceof Problem || error instanceof StoreUnavailable ? error : maskedError(error, secrets);
  } finally {
    await kept.discard();
  }
}

/** @throws {Problem} `not-now` where no report is waited for. */
function nextAttempt({ snapshot }: LoadedInstallation): number {
  if (!snapshot.can({ type: 'report', outcome: anyOutcome })) throw notNow(snapshot);
  return snapshot.context.attempt + 1;
}

const anyOutcome = { result: 'succeeded', exitCode: 0, restartNeeded: false, rolledBack: null, message: '' } as const;
