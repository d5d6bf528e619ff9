import { isKept, mapSecretFields, secretAt } from '../../machines/answers/secretFields.ts';
import { type Answers, isPageId, pageOf } from '../../machines/pages/screens.ts';
import type { Decide } from '../host/decision.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import type { Seal } from '../host/secrets/secrets.ts';
import type { Step } from '../store/step.ts';
import type { AnswersFile } from './answersFile.ts';
import type { Walk } from './walk.ts';

/** Begins again at the first page with a file's answers. From there the autopilot goes as far as they lead. */
export function beginWalk({ pages, ...rest }: AnswersFile, who: string): Decide {
  return async (now, seal) => {
    const walk: Walk = { ...rest, pages: Object.keys(pages).filter(isPageId), who, stopped: null };
    const { answers, sealed } = sealPages(now, pages, await seal());
    return { event: { type: 'replay', answers }, who, sealed, walk: JSON.stringify(walk) };
  };
}

/** Each secret of the file sealed; what a secret cannot be is left out, and its field counts as not answered. */
function sealPages({ snapshot: { context } }: LoadedInstallation, pages: AnswersFile['pages'], seal: Seal) {
  const sealed: Step['sealed'][number][] = [];
  const answers = Object.entries(pages)
    .filter(([page]) => isPageId(page))
    .map(([page, given]) => {
      const earlier = context.answers[page as keyof Answers] ?? context.proposals[page as keyof Answers];
      const sealedAnswers = mapSecretFields(pageOf(page as keyof Answers).fields, given, (value, path) => {
        if (isKept(value)) return secretAt(earlier, path) ?? null;
        if (typeof value !== 'string' || value === '') return null;
        const one = seal(value);
        sealed.push(one.sealed);
        return one.ref;
      });
      return [page, sealedAnswers];
    });
  return { answers: Object.fromEntries(answers) as Answers, sealed };
}
