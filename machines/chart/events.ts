import type { Answers, AnswersOf, PageId, ScreenId } from '../pages/screens.ts';
import type { Override } from '../ports/checks.ts';
import type { InstallOutcome } from '../ports/installer.ts';
import type { PackageListing } from '../ports/packageListing.ts';
import type { PackageSettlement } from '../ports/packageSettlement.ts';
import type { TaskId, TaskOutcome } from './closingTasks.ts';
import type { HandOut } from './context.ts';

type Submit = { [Id in PageId]: { type: 'submit'; page: Id; answers: AnswersOf<Id> } }[PageId];

type Change = { [Id in PageId]: { type: 'change'; page: Id; answers: AnswersOf<Id> } }[PageId];

/** What a client may ask for. The host has judged and sealed its answers before the chart sees it. */
export type WizardEvent =
  | Submit
  | { type: 'acknowledge'; page: ScreenId }
  | { type: 'back' }
  | { type: 'revisit'; page: ScreenId }
  /** Changes the answers of a page behind, and goes on by itself as far as everything else still holds. */
  | Change
  /** Begins again at the first page, with these answers proposed: so a file of answers is walked. */
  | { type: 'replay'; answers: Answers }
  | { type: 'recheck' }
  | ({ type: 'override' } & Override)
  | { type: 'register'; mailbox: string; group: string; secretMonths: number }
  /** Tells what the package is, where it is not at hand. */
  | { type: 'list'; listing: PackageListing }
  /** Settles an answer without a known property by what the package asks; without a property, takes that back. */
  | { type: 'settle'; name: string; settlement: PackageSettlement | null }
  /** Hands the client secret out that was registered here. */
  | ({ type: 'handOut' } & HandOut)
  | { type: 'install' }
  | { type: 'report'; outcome: InstallOutcome }
  | { type: 'retry' }
  | ({ type: 'complete'; task: TaskId } & TaskOutcome)
  | { type: 'cancel' };
