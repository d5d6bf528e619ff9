import type { Answers, CheckedPageId, PageId, ScreenId } from '../pages/screens.ts';
import type { CheckResult, Override } from '../ports/checks.ts';
import type { InstallOutcome } from '../ports/installer.ts';
import type { PackageAsks, PackageListing } from '../ports/packageListing.ts';
import type { PackageSettlements } from '../ports/packageSettlement.ts';
import type { Registration } from '../ports/registration.ts';
import type { ProblemCode } from '../vocabulary/problems.ts';
import type { TaskId, TaskOutcome } from './closingTasks.ts';

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
  /** A change of earlier answers that is under way. */
  readonly changing: Changing | null;
  /** What stands against the present page. */
  readonly problems: readonly ProblemNote[];
  /** The last result of each check of the pages on the trail, and of this host. */
  readonly checks: readonly CheckResult[];
  readonly overrides: readonly Override[];
  /** What the package is, as somebody has sent it in from the server where it is. */
  readonly listing: PackageListing | null;
  /** What the package asks, once it was looked at. */
  readonly packageAsks: PackageAsks | null;
  /** Answers that were settled by what the package asks. */
  readonly settlements: PackageSettlements;
  /** The mailbox application that is being registered, or was. */
  readonly registration: Registration | null;
  /** Who was handed the client secret that was registered here; it is handed out once. */
  readonly handedOut: HandOut | null;
  /** Install was chosen while the last checks still ran. */
  readonly wantsInstall: boolean;
  /** How often the installer was started; a report counts as a start. */
  readonly attempt: number;
  /** The user has asked the running installer to stop. */
  readonly wantsStop: boolean;
  readonly outcome: InstallOutcome | null;
  /** The outcome was reported from elsewhere: another report may take its place. */
  readonly wasReported?: boolean;
  readonly tasks: { readonly [Id in TaskId]?: TaskOutcome };
  /** How often each check, and the installer, has failed so far. */
  readonly failures: Readonly<Record<string, number>>;
}

/** What an installation is begun with. */
export type Beginning = Pick<WizardContext, 'id' | 'package'> & { readonly runsElsewhere?: boolean };

/** What is known of an installation that has just begun: nothing but what it was begun with. */
export function begun({ id, package: path, runsElsewhere = false }: Beginning): WizardContext {
  return {
    id,
    package: path,
    runsElsewhere,
    trail: [],
    answers: {},
    proposals: {},
    changing: null,
    problems: [],
    checks: [],
    overrides: [],
    listing: null,
    packageAsks: null,
    settlements: {},
    registration: null,
    handedOut: null,
    wantsInstall: false,
    attempt: 0,
    wantsStop: false,
    outcome: null,
    tasks: {},
    failures: {},
  };
}

/** Who was handed the client secret, and why. */
export interface HandOut {
  readonly reason: string;
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A change of the answers of a page behind: what was known beyond that page, and is taken again wherever it still holds. */
interface Changing {
  /** The page whose answers were changed; of several, the last one. */
  readonly page: PageId;
  /** What was answered on the pages that follow it. */
  readonly answers: Answers;
  /** What the checks of pages had found. */
  readonly found: { readonly [Id in CheckedPageId]?: Found };
  /** Warnings that were acknowledged, each with the answers that it was about. */
  readonly acknowledged: { readonly [Id in ScreenId]?: About };
}

/** What the checks of a page found, and the answers that this rests on. */
export interface Found {
  readonly by: Answers;
  readonly results: readonly CheckResult[];
  readonly overrides: readonly Override[];
}

/** What a warning was about. */
export type About = Readonly<Record<string, unknown>>;

/** A problem as the chart holds it; its title follows from its code. */
export interface ProblemNote {
  readonly code: ProblemCode;
  readonly message: string;
  readonly detail?: string;
  readonly field?: string;
}

/** What XState hands to a guard, as far as ours look at it. */
export interface Scope {
  readonly context: WizardContext;
}
