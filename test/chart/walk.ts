import { judge } from '../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import type { Finding } from '../../machines/pages/definePage.ts';
import { isPageId, type PageId, pageOf, type ScreenId, screens } from '../../machines/pages/screens.ts';
import type { AnyCheckId, CheckResult } from '../../machines/ports/checks.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { ProblemCode } from '../../machines/vocabulary/problems.ts';
import {
  callsOf,
  firstTransition,
  type Outcome,
  revive,
  type Snapshot,
  screenOf,
  type Transition,
  transitionOn,
} from '../../server/host/transition.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';
import type { PageAnswers } from '../answers.ts';
import { Leash } from '../leash.ts';

/** An installation that a test leads through the chart without a host: events go in, and the test says how each call ends. */
export class Walk {
  #last: Transition;
  readonly #leash = new Leash();

  constructor(from: Transition = firstTransition({ id: 'walk', package: null })) {
    this.#last = from;
  }

  get last(): Transition {
    return this.#last;
  }

  get kept(): PersistedSnapshot {
    return this.#last.kept;
  }

  get snapshot(): Snapshot {
    return revive(this.#last.kept);
  }

  get context(): WizardContext {
    return this.#last.kept.context;
  }

  get screen(): ScreenId {
    return screenOf(this.snapshot);
  }

  /** Ids of the calls that are waited for. */
  get calls(): string[] {
    return callsOf(this.snapshot);
  }

  /** False where the present state does not take the event; nothing has changed then. */
  takes(event: WizardEvent | Outcome): boolean {
    this.#leash.step('The walk', () => `${JSON.stringify(event)} at ${this.screen}`);
    const next = transitionOn(this.snapshot, event);
    if (next) this.#last = next;
    return next !== undefined;
  }

  send(event: WizardEvent | Outcome): this {
    if (!this.takes(event)) throw new Error(`${this.screen} does not take ${JSON.stringify(event)}`);
    return this;
  }

  /** Submits answers for the page that is on screen as a client's would be: judged, its secrets sealed. Tells what is wrong. */
  submit(answers: unknown, page: ScreenId = this.screen): readonly Finding[] {
    if (!isPageId(page)) throw new Error(`${page} asks nothing`);
    const { context } = this;
    const verdict = judge(pageOf(page), answers, factsOf(context.answers), context.answers[page] ?? context.proposals[page]);
    if ('findings' in verdict) return verdict.findings;
    this.send(submitEvent(page, verdict.answers));
    return [];
  }

  /** The call under way ends with this. */
  end(output: unknown, call = this.#call): this {
    return this.send({ type: `xstate.done.actor.${call}`, output });
  }

  /** The call under way ends with a problem instead of an outcome. */
  breakOff(code: ProblemCode = 'unexpected', call = this.#call): this {
    return this.send({ type: `xstate.error.actor.${call}`, error: { code, message: 'It did not work.' } });
  }

  /** Answers what is on screen and lets its checks pass, but for those whose results are given. */
  step(answers: PageAnswers, results: readonly CheckResult[] = []): this {
    const { screen } = this;
    if (screens[screen].kind === 'form') {
      const findings = this.submit(answers[screen] ?? {});
      if (findings.length > 0) throw new Error(`${screen}: ${JSON.stringify(findings)}`);
      if (this.calls.includes(screen)) this.end(resultsOf(screen as PageId, results));
      return this;
    }
    return this.send({ type: 'acknowledge', page: screen });
  }

  /** Goes on until a screen is reached; every check passes but those whose results are given. Tells each screen it came by. */
  to(target: ScreenId, answers: PageAnswers, results: readonly CheckResult[] = []): ScreenId[] {
    const screens: ScreenId[] = [];
    while (this.screen !== target) {
      const { screen } = this;
      if (screens.includes(screen)) throw new Error(`${target} is not reached: ${screen} came twice, by ${screens.join(', ')}`);
      screens.push(screen);
      this.step(
        answers,
        results.filter(({ page }) => page === screen),
      );
      if (this.screen === screen) throw new Error(`${target} is not reached: it stays at ${screen}`);
    }
    return screens;
  }

  /** Goes back as far as it goes. Tells each screen it came to. */
  backToTheBeginning(): ScreenId[] {
    const screens: ScreenId[] = [];
    while (this.takes({ type: 'back' })) {
      const { screen } = this;
      if (screens.includes(screen)) throw new Error(`Back does not end: ${screen} came twice, by ${screens.join(', ')}`);
      screens.push(screen);
    }
    return screens;
  }

  get #call(): string {
    const [call] = this.calls;
    if (call === undefined) throw new Error(`${this.screen} waits for no call`);
    return call;
  }
}

/** A step that answers a page. Its text in place of a secret becomes a reference, as a host would have it. */
export function submitEvent(page: PageId, answers: object): WizardEvent {
  return { type: 'submit', page, answers: sealed(page, answers) } as unknown as WizardEvent;
}

/** The same for a page behind. */
export function changeEvent(page: PageId, answers: object): WizardEvent {
  return { type: 'change', page, answers: sealed(page, answers) } as unknown as WizardEvent;
}

function sealed(page: PageId, answers: object): unknown {
  return mapSecretFields(pageOf(page).fields, answers, (text) =>
    typeof text === 'string' ? { secret: `${page}: ${text}` } : text,
  );
}

/** The results of all checks of a page: those that are given, the others passed. */
export function resultsOf(page: PageId, given: readonly CheckResult[] = []): CheckResult[] {
  const ids = Object.keys(pageOf(page).checks ?? {}) as AnyCheckId[];
  return ids.map((id) => given.find((one) => one.id === id) ?? result(id, page, 'passed'));
}

/** How one check ended. */
export function result(
  id: AnyCheckId,
  page: CheckResult['page'],
  status: CheckResult['status'],
  code?: ProblemCode,
): CheckResult {
  return { id, page, status, ...(code && { code }), message: `${id} ${status}`, at: '2025-01-01T00:00:00.000Z', ms: 1 };
}

export const localLogonAllowed = result('service-account-local-logon', 'serviceAccount', 'warning', 'local-logon-allowed');
