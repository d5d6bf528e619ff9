import { isKept, mapSecretFields, secretAt } from '../../machines/answers/secretFields.ts';
import type { Answers } from '../../machines/pages/screens.ts';
import { isPageId, pageOf } from '../../machines/pages/screens.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import type { Step } from '../store/step.ts';
import type { AnswersFile } from './answersFile.ts';
import { nextStep, type Walk } from './walk.ts';
import { walkOf } from './walkView.ts';

/**
 * Walks installations by files of answers: a step at a time, each through the same door as everybody's. What is still to be
 * walked is kept with the installation, so that a walk goes on when a check ends, and after a crash.
 */
export class Walker {
  readonly #installations: Installations;
  readonly #report: (error: unknown, about: object) => void;

  constructor(installations: Installations, report: (error: unknown, about: object) => void) {
    this.#installations = installations;
    this.#report = report;
    installations.events.on('moved', (id) => this.advance(id));
  }

  /**
   * Begins again at the first page with the file's answers, and goes as far as they lead.
   *
   * @throws {Problem} `not-now` where the installation is past its pages.
   */
  begin(id: string, file: AnswersFile, who: string): void {
    const present = this.#installations.load(id);
    const { pages, ...rest } = file;
    const walk: Walk = { ...rest, pages: Object.keys(pages).filter(isPageId), who, stopped: null };
    const { answers, sealed } = this.#seal(present, pages);
    const sending = { who, expected: present.row.revision, sealed, walk: JSON.stringify(walk) };
    this.#installations.send(id, { type: 'replay', answers }, sending);
  }

  /** Takes the next step, where there is one to take. */
  advance(id: string): void {
    try {
      const present = this.#installations.load(id);
      const walk = walkOf(present);
      if (!walk || walk.stopped) return;
      const next = nextStep(present, walk);
      if (next === 'waiting') return;
      if (next === 'over') this.#installations.saveWalk(id, null);
      else if ('problems' in next) this.#installations.saveWalk(id, JSON.stringify({ ...walk, stopped: next }));
      else this.#installations.send(id, next, { who: walk.who, expected: present.row.revision, walk: present.walk });
    } catch (error) {
      if (!(error instanceof Problem && ['stale', 'conflict'].includes(error.code)))
        this.#report(error, { installation: id, call: 'walk' });
    }
  }

  /** Each secret of the file sealed; what a secret can not be is left out, and its field counts as not answered. */
  #seal({ row, snapshot: { context } }: LoadedInstallation, pages: AnswersFile['pages']) {
    const sealed: Step['sealed'][number][] = [];
    const answers = Object.entries(pages)
      .filter(([page]) => isPageId(page))
      .map(([page, given]) => {
        const earlier = context.answers[page as keyof Answers] ?? context.proposals[page as keyof Answers];
        const sealedAnswers = mapSecretFields(pageOf(page as keyof Answers).fields, given, (value, path) => {
          if (isKept(value)) return secretAt(earlier, path) ?? null;
          if (typeof value !== 'string' || value === '') return null;
          const one = this.#installations.secrets.seal(row.id, value);
          sealed.push(one.sealed);
          return one.ref;
        });
        return [page, sealedAnswers];
      });
    return { answers: Object.fromEntries(answers) as Answers, sealed };
  }
}
