import { tasks, tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { screens } from '../../machines/pages/screens.ts';
import { isChosenOn } from '../../machines/plan/chosenAnswers.ts';
import { toSettle } from '../../machines/plan/settled.ts';
import { titleOf, wordedAnswers } from '../../machines/plan/wordedAnswers.ts';
import type { Override } from '../../machines/ports/checks.ts';
import type { InstallOutcome } from '../../machines/ports/installer.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import { features } from '../../machines/vocabulary/features.ts';
import { declaredChecks } from '../host/declaredChecks.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import type { Planning } from '../plan/forms.ts';
import type { JournalEntry } from '../store/rows.ts';
import { type Attempt, attemptsOf } from './attempts.ts';
import { type PhaseTime, phasesOf } from './phases.ts';

/** Somebody's word, and when it was given, ISO 8601. */
interface Word {
  readonly who: string;
  readonly at: string;
}

/** A check by the words of its page, and its own. */
interface NamedCheck {
  readonly page: string;
  readonly check: string;
}

/** What was installed, with which answers, what was taken on and by whom, and how long it took. It holds no secret. */
export interface ClosingReport {
  readonly name: string;
  readonly id: string;
  readonly mode: 'rehearsal' | 'live';
  readonly status: string;
  readonly begun: Word;
  readonly endedAt: string;
  readonly option: string | null;
  readonly components: readonly string[];
  /** Path of the package, where it is known. */
  readonly package: string | null;
  readonly outcome: InstallOutcome | null;
  readonly attempts: readonly Attempt[];
  readonly answers: readonly {
    readonly page: string;
    readonly field: string;
    readonly value: string;
    /** Whether the value is told in words of the page, and not in what somebody has typed. */
    readonly isChosen: boolean;
  }[];
  readonly warnings: readonly (Word & { readonly title: string })[];
  readonly overrides: readonly (Word & NamedCheck & { readonly found: string; readonly reason: string })[];
  /** Answers whose property was not known for certain, and what of the package they were settled by. */
  readonly settlements: readonly (Word & {
    readonly answer: string;
    readonly property: string;
    readonly asked: string;
    readonly counts: string;
  })[];
  /** Checks that did not pass, and that nobody overrode. */
  readonly checks: readonly (NamedCheck & { readonly status: string; readonly found: string })[];
  readonly tasks: readonly {
    readonly title: string;
    readonly outcome: string;
    readonly reason: string;
    readonly word: Word | null;
  }[];
  /** Who was handed the client secret that was registered here, and why. */
  readonly handedOut: (Word & { readonly reason: string }) | null;
  readonly phases: readonly PhaseTime[];
}

/** What an installation is called that nobody has given a name. */
export const unnamed = 'Microsoft Identity Manager Service and Portal';

/**
 * What came of an installation, from its state and its journal.
 *
 * @param journal all of it, from the first entry on.
 */
export function closingReport(
  { row, snapshot: { context } }: LoadedInstallation,
  journal: readonly JournalEntry[],
  planning: Planning,
): ClosingReport {
  const { answers, overrides, outcome } = context;
  return {
    name: row.name ?? unnamed,
    id: row.id,
    mode: row.mode,
    status: row.status,
    begun: { who: journal[0]?.who ?? row.who, at: row.createdAt },
    endedAt: row.updatedAt,
    option: factsOf(answers).option?.option ?? null,
    components: (answers.components?.features ?? []).map((name) => features[name].title),
    package: context.package ?? planning.package ?? null,
    outcome,
    attempts: attemptsOf(journal),
    answers: wordedAnswers(context).map(({ page, field, label, value }) => {
      return { page: titleOf(page), field: label, value, isChosen: isChosenOn(page, field) };
    }),
    warnings: warningsOf(context, journal),
    overrides: overrides.map((override) => {
      const { check, reason, who, at } = override;
      return { ...named(check), found: foundAt(journal, override), reason, who, at };
    }),
    settlements: settlementsOf(context),
    checks: context.checks
      .filter(({ id, status }) => status !== 'passed' && !(status === 'failed' && overrides.some(({ check }) => check === id)))
      .map(({ id, status, message }) => ({ ...named(id), status, found: message })),
    tasks: tasksOf(context).map((id) => {
      const { outcome: became = 'open', reason = '' } = context.tasks[id] ?? {};
      return { title: tasks[id].title, outcome: became, reason, word: lastWord(journal, { type: 'complete', task: id }) };
    }),
    handedOut: context.handedOut ?? null,
    phases: phasesOf(journal),
  };
}

/** What was settled, as far as it counts with the answers that were given. */
function settlementsOf(context: WizardContext): ClosingReport['settlements'] {
  return Object.entries(toSettle(context).settlements ?? {}).map(([answer, { property, asked, for: whom, who, at }]) => ({
    answer,
    property,
    asked: asked ? [asked.label, asked.dialog].filter(Boolean).join(', ') : '',
    counts: whom === 'package' ? 'for this package' : 'for this installation',
    who,
    at,
  }));
}

/** Each warning on the way that led to the end, by the last word that was given on it. */
function warningsOf({ trail }: WizardContext, journal: readonly JournalEntry[]): ClosingReport['warnings'] {
  return trail
    .filter((screen) => screens[screen].kind === 'warning')
    .flatMap((page) => {
      const word = lastWord(journal, { type: 'acknowledge', page });
      return word ? [{ title: screens[page].title, ...word }] : [];
    });
}

function lastWord(journal: readonly JournalEntry[], said: Readonly<Record<string, string>>): Word | null {
  const entry = journal.findLast(({ event }) =>
    Object.entries(said).every(([key, value]) => (event as unknown as Record<string, unknown>)[key] === value),
  );
  return entry ? { who: entry.who, at: entry.at } : null;
}

/** What the check had found when it was overridden: made again at `ready`, it may have found something else since. */
function foundAt(journal: readonly JournalEntry[], { check, at }: Override): string {
  const taken = journal.find(({ kept }) => kept.context.overrides.some((one) => one.check === check && one.at === at));
  return taken?.kept.context.checks.find(({ id }) => id === check)?.message ?? '';
}

function named(check: string): NamedCheck {
  const { page, title } = declaredChecks.get(check) ?? {};
  return { page: page ? titleOf(page) : '', check: title ?? check };
}
