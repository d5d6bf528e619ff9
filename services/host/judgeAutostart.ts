import type { Standing } from '../autostart/comesBack.ts';
import { type Finding, passed, unavailable, warning } from '../checks/finding.ts';

/** Tells whether this process comes back after a restart of this server. */
export type ComesBack = (signal: AbortSignal) => Promise<Standing>;

/**
 * Whether the installation goes on by itself after the restart that the installer may ask for. It never holds the installation back:
 * where this can't be told in time, it is a warning too.
 *
 * @param timeout how long it may take, milliseconds.
 */
export async function judgeAutostart(comesBack: ComesBack | undefined, timeout: number, signal: AbortSignal): Promise<Finding> {
  if (!comesBack) return unavailable(`This can only be seen on the Windows server itself. ${byHand}`);
  const inTime = AbortSignal.any([signal, AbortSignal.timeout(0.8 * timeout)]);
  const standing = await comesBack(inTime).catch((error: Error) => error);
  signal.throwIfAborted();
  if (standing instanceof Error) {
    const why = inTime.aborted ? 'The system did not answer in time.' : standing.message;
    return unavailable(`Whether the installation goes on after a restart can't be told. ${why} ${byHand}`);
  }
  const { comesBack: does, reasons, remarks } = standing;
  if (does)
    return passed('What installs here starts with this server, and goes on by itself after a restart.', remarks.join(' '));
  return warning(
    'host-unsuitable',
    'After a restart, which the installer may ask for at its end, nothing goes on by itself: start mim-setup again by hand then, or have it start with this server (mim-setup autostart install).',
    [...reasons, ...remarks].join(' '),
  );
}

const byHand = 'See on the server that mim-setup autostart status has nothing to say against it.';
