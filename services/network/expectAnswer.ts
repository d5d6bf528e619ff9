import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, passed, warning } from '../checks/finding.ts';
import { type Endpoint, tryConnection } from './tryConnection.ts';

/** What to say of a server that should answer, and whose silence is no failure. */
export interface Expectation {
  /** Where it answers. */
  readonly answers: string;
  /** Where it does not: `why`, a sentence, as far as the connection tells; nothing where the time was up. */
  silent(why: string | undefined): string;
}

/**
 * Tries a port for half of the check's time (`timeout`, milliseconds), so that silence ends as a warning (`host-unreachable`), and
 * not as a check that was not over in time.
 */
export async function expectAnswer(
  endpoint: Endpoint,
  { answers, silent }: Expectation,
  timeout: number,
  signal: AbortSignal,
): Promise<Finding> {
  const patience = AbortSignal.timeout(Math.ceil(timeout / 2));
  try {
    await tryConnection(endpoint, AbortSignal.any([signal, patience]));
    return passed(answers);
  } catch (error) {
    signal.throwIfAborted();
    return warning('host-unreachable', silent(error instanceof Problem ? error.message : undefined));
  }
}
