import type { WizardContext } from '../../machines/chart/context.ts';
import type { AnswersFile } from './answersFile.ts';
import { pagesAnswered, settledAnswers } from './exportAnswers.ts';
import { laidOver } from './laidOver.ts';

/** Nothing of one's own to lay over a copy. */
const nothing: AnswersFile = { pages: {}, acknowledge: [], override: [], settle: {}, install: false, complete: {} };

/**
 * The answers of an installation for another one to begin with, under what is given beside them: field by field, what is given
 * counts. No secret is copied. Nor are the warnings that were taken on, the checks that were overridden and what became of the closing
 * tasks: somebody has answered for those, there and then.
 */
export function copiedAnswers(from: WizardContext, given: AnswersFile = nothing): AnswersFile {
  const pages = pagesAnswered(from, () => undefined);
  return {
    ...given,
    pages: laidOver(pages, given.pages) as AnswersFile['pages'],
    settle: { ...settledAnswers(from), ...given.settle },
  };
}
