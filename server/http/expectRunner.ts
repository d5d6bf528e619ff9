import { Refusal } from '../host/refusal.ts';
import type { Runners } from '../runner/runners.ts';
import type { Row } from '../store/rows.ts';

/**
 * A rehearsal is not made on any server, so it can name one whose runner is still to come.
 *
 * @throws {Refusal} where no such runner was ever invited: it may be away, and still be named.
 */
export async function expectRunner(runners: Runners, mode: Row['mode'], name: string | null | undefined): Promise<void> {
  if (mode === 'rehearsal' || name === undefined || name === null || (await runners.find(name))) return;
  const message = 'There is no runner of this name. Enroll it first: mim-setup runner enroll.';
  throw new Refusal('invalid-request', `runner: ${message}`, { errors: [{ field: 'runner', code: 'invalid', message }] });
}
