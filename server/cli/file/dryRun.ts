import { judge } from '../../../machines/answers/judgeAnswers.ts';
import { mapSecretFields } from '../../../machines/answers/secretFields.ts';
import { decidingPages } from '../../../machines/chart/branches.ts';
import type { WizardContext } from '../../../machines/chart/context.ts';
import type { WizardEvent } from '../../../machines/chart/events.ts';
import type { Finding } from '../../../machines/pages/definePage.ts';
import { asksNothing, isPageId, type PageId, pageOf, type ScreenId, type WarningId } from '../../../machines/pages/screens.ts';
import { factsOf } from '../../../machines/vocabulary/facts.ts';
import { isSecretRef } from '../../../machines/vocabulary/secret.ts';
import type { AnswersFile } from '../../answers/answersFile.ts';
import { placeholder } from '../../answers/answersForm.ts';
import { statusOf } from '../../host/status.ts';
import { callsOf, firstTransition, type Outcome, revive, type Snapshot, screenOf, transitionOn } from '../../host/transition.ts';
import type { PersistedSnapshot } from '../../store/snapshot.ts';

/** A finding on the way, at a page or a warning. */
export interface FindingOnWay extends Finding {
  readonly page: ScreenId;
}

/** Where the answers lead, by the chart alone. */
export interface DryRun {
  /** Every screen on the way. */
  readonly screens: readonly ScreenId[];
  readonly findings: readonly FindingOnWay[];
  /** Pages of the file that are not on the way; nothing, where the way cannot be told. */
  readonly unused: readonly PageId[];
  /** The letter of the guide's option. */
  readonly option: string | null;
  /** What an installation that came this way knows, without what is not answered. */
  readonly context: WizardContext;
}

/** Pages whose answers decide what other pages show and ask. On those of the database, only a warning hangs. */
const decisive: readonly PageId[] = decidingPages.filter((page) => page !== 'database');

/**
 * Walks the chart by a file of answers, without an environment: each check passes. It goes on behind what is not valid, so that
 * everything is found at once; where a page is wrong that others hang on, of those only what is wrong by itself is told.
 */
export function dryRun(file: AnswersFile): DryRun {
  let snapshot = revive(firstTransition({ id: 'dry-run', package: null }).kept);
  const screens: ScreenId[] = [];
  const findings: FindingOnWay[] = [];
  let isSure = true;
  const tell = (page: ScreenId, found: readonly Finding[]) => {
    const certain = found.filter(({ code }) => isSure || code === 'invalid' || code === 'unknown-field');
    findings.push(...certain.map((finding) => ({ ...finding, page })));
    if (found.length > 0 && decisive.includes(page as PageId)) isSure = false;
  };
  for (let screen = screenOf(snapshot); screen !== 'ready'; screen = screenOf(snapshot)) {
    if (screens.at(-1) !== screen) screens.push(screen);
    const status = statusOf(snapshot);
    if (status === 'checking') snapshot = step(snapshot, passing(snapshot));
    else if (status === 'error') {
      const { problems, trail } = snapshot.context;
      tell(
        trail.at(-1)!,
        problems.map(({ code, message, field = '' }) => ({ code, message, field })),
      );
      break;
    } else if (status === 'warning') {
      if (!file.acknowledge.includes(screen as WarningId)) tell(screen, [notAcknowledged]);
      snapshot = step(snapshot, { type: 'acknowledge', page: screen });
    } else if (isPageId(screen)) {
      const { findings: found, answers } = answer(screen, file, snapshot);
      tell(screen, found);
      if (found.length > 0 && decisive.includes(screen)) break;
      snapshot = step(snapshot, { type: 'submit', page: screen, answers } as unknown as WizardEvent);
      if (found.length > 0) snapshot = without(screen, snapshot);
    } else break;
  }
  const reached = screenOf(snapshot) === 'ready';
  if (reached) screens.push('ready');
  const beyond = (Object.keys(file.pages) as PageId[]).filter((page) => !screens.includes(page));
  if (!reached) for (const page of beyond) tell(page, byItself(page, file, snapshot));
  const { context } = snapshot;
  const option = factsOf(context.answers).option?.option ?? null;
  const answered = Object.entries(context.answers).filter(([page]) => page in file.pages || asksNothing(page as PageId));
  return {
    screens,
    findings,
    unused: reached ? beyond : [],
    option,
    context: { ...context, answers: Object.fromEntries(answered) },
  };
}

const notAcknowledged: Finding = {
  field: '',
  code: 'not-acknowledged',
  message: 'This warning comes up on the way. Name it under `acknowledge` to go on knowingly.',
};

function answer(page: PageId, { pages }: AnswersFile, snapshot: Snapshot) {
  const { title, subtitle } = pageOf(page);
  const given = pages[page];
  if (given === undefined && !asksNothing(page)) {
    const message = `The page "${subtitle || title}" is on the way, and is not answered.`;
    return { findings: [{ field: '', code: 'unanswered', message }], answers: {} };
  }
  const judged = judge(pageOf(page), filledIn(page, given ?? {}), factsOf(snapshot.context.answers));
  return 'findings' in judged
    ? { findings: judged.findings, answers: filledIn(page, given ?? {}) }
    : { findings: [], answers: asSealed(page, judged.answers) };
}

/** What is wrong with a page's answers whatever was answered elsewhere. */
function byItself(page: PageId, { pages }: AnswersFile, { context }: Snapshot): readonly Finding[] {
  const judged = judge(pageOf(page), filledIn(page, pages[page] ?? {}), factsOf(context.answers));
  return 'findings' in judged ? judged.findings : [];
}

/** A secret that stands elsewhere counts as some text. */
function filledIn(page: PageId, given: object): unknown {
  return mapSecretFields(pageOf(page).fields, given, (value) => (placeholder.safeParse(value).success ? 'elsewhere' : value));
}

function asSealed(page: PageId, answers: Record<string, unknown>): unknown {
  return mapSecretFields(pageOf(page).fields, answers, (value, path) =>
    isSecretRef(value) ? value : { secret: `${page}.${path}` },
  );
}

function step(snapshot: Snapshot, event: WizardEvent | Outcome): Snapshot {
  const next: { kept: PersistedSnapshot } | undefined = transitionOn(snapshot, event);
  if (!next) throw new Error(`${screenOf(snapshot)} does not take ${event.type}.`);
  return revive(next.kept);
}

/** What did not pass the judge is taken out again: whatever asks for answers may rely on them. */
function without(page: PageId, { value, context, status }: Snapshot): Snapshot {
  const { [page]: _, ...answers } = context.answers;
  return revive({ value, context: { ...context, answers }, status });
}

function passing(snapshot: Snapshot): Outcome {
  return { type: `xstate.done.actor.${callsOf(snapshot)[0]!}`, output: [] };
}
