import type { Facts } from './facts.ts';
import type { Answers, AnswersOf, PageId, ScreenId } from './pages/index.ts';
import type { AnyCheckId, CheckResult, InstallOutcome, Registration } from './ports.ts';
import type { ProblemCode } from './problems.ts';
import type { TaskId, TaskOutcome } from './tasks.ts';

/** All that the wizard knows of an installation. */
export interface WizardContext {
  readonly id: string;
  /** Path of the package to install, where it was named. */
  readonly package: string | null;
  /** The installer can't run on this host: its script is handed out, and its outcome reported. */
  readonly runsElsewhere: boolean;
  /** Screens on the way here, error boxes left out; the last one is on screen, or lies under the error box that is. */
  readonly trail: readonly ScreenId[];
  /** What was submitted on the pages of the trail. These answers count, and no others do. */
  readonly answers: Answers;
  /** Answers of pages that were left by going back, offered again when their page returns. */
  readonly proposals: Answers;
  /** What stands against the present page. */
  readonly problems: readonly ProblemNote[];
  /** The last result of each check of the pages on the trail, and of this host. */
  readonly checks: readonly CheckResult[];
  readonly overrides: readonly Override[];
  /** The mailbox application that is being registered, or was. */
  readonly registration: Registration | null;
  /** Install was chosen while the last checks still ran. */
  readonly wantsInstall: boolean;
  /** How often the installer was started. */
  readonly attempt: number;
  /** The user has asked the running installer to stop. */
  readonly wantsStop: boolean;
  readonly outcome: InstallOutcome | null;
  readonly tasks: { readonly [Id in TaskId]?: TaskOutcome };
  /** How often each check, and the installer, has failed so far. */
  readonly failures: Readonly<Record<string, number>>;
}

/** A problem as the chart holds it; its title follows from its code. */
export interface ProblemNote {
  readonly code: ProblemCode;
  readonly message: string;
  readonly detail?: string;
  readonly field?: string;
}

/** A failed check that somebody answers for. */
export interface Override {
  readonly check: AnyCheckId;
  readonly reason: string;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}

type Submit = { [Id in PageId]: { type: 'submit'; page: Id; answers: AnswersOf<Id> } }[PageId];

/** What a client may ask for. The host has judged and sealed its answers before the chart sees it. */
export type WizardEvent =
  | Submit
  | { type: 'acknowledge'; page: ScreenId }
  | { type: 'back' }
  | { type: 'revisit'; page: ScreenId }
  /** Begins again at the first page, with these answers proposed; an answers file is walked by it. */
  | { type: 'replay'; answers: Answers }
  | { type: 'recheck' }
  | ({ type: 'override' } & Override)
  | { type: 'register'; mailbox: string; group: string; secretMonths: number }
  | { type: 'install' }
  | { type: 'report'; outcome: InstallOutcome }
  | { type: 'retry' }
  | ({ type: 'complete'; task: TaskId } & TaskOutcome)
  | { type: 'cancel' };

export interface Scope {
  readonly context: WizardContext;
}

export type { Facts };
