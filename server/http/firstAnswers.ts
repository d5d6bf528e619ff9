import { Problem } from '../../machines/vocabulary/problems.ts';
import type { AnswersFile } from '../answers/answersFile.ts';
import { copiedAnswers } from '../answers/copiedAnswers.ts';
import type { Installations } from '../host/installations.ts';
import { Refusal } from '../host/refusal.ts';

/**
 * The answers that an installation is begun with: what is given, laid over those of the installation that it is a copy of; nothing,
 * where it begins with none.
 *
 * @throws {Refusal} `invalid-request`, where there is no such installation, or it cannot be read.
 */
export async function firstAnswers(
  installations: Pick<Installations, 'load'>,
  copyOf: string | undefined,
  given: AnswersFile | undefined,
): Promise<AnswersFile | undefined> {
  if (copyOf === undefined) return given;
  try {
    const { snapshot } = await installations.load(copyOf);
    return copiedAnswers(snapshot.context, given);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = [{ field: 'copyOf', code: 'invalid', message: error.message }];
    throw new Refusal('invalid-request', `copyOf: ${error.message}`, { errors });
  }
}
