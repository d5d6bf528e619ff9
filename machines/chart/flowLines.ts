import type { CheckedPageId, ConfirmationId, ErrorBoxId, PageId, ScreenId, WarningId } from '../pages/screens.ts';
import type { ProblemCode } from '../vocabulary/problems.ts';
import type { BranchName } from './branches.ts';

/** The name of a state in a phase: that of a screen, or of the steps of a registration. */
export type StateName = ScreenId | 'registeringMailboxApplication';

/** The lines of a phase: the states that it consists of, in order. */
export type Phase = { readonly [Name in StateName]?: LineOf<Name> };

/** The phases of the wizard, in order. */
export type Flow = Readonly<Record<string, Phase>>;

/** A line of the interview: everything before the installer runs, but for `ready`. */
export type InterviewLine = PageLine | WarningLine | ErrorBoxLine | RegistrationLine | ConfirmationLine;

/** What the line of a state with this name may say. */
export type LineOf<Name> = Name extends PageId
  ? PageLine
  : Name extends ConfirmationId
    ? ConfirmationLine
    : Name extends WarningId
      ? WarningLine
      : Name extends ErrorBoxId
        ? ErrorBoxLine
        : Name extends keyof Ways
          ? StageLine<Ways[Name]>
          : RegistrationLine;

/**
 * A page that asks. It is passed by where its question is answered with no.
 *
 * @example database: page({ showsIf: 'installsService' })
 */
export function page(line: OnTheWay = {}): PageLine {
  return { kind: 'page', ...line };
}

/**
 * A warning between two pages, which is acknowledged.
 *
 * @example databaseBackupWarning: warning({ showsIf: 'reusesDatabase' })
 */
export function warning(line: OnTheWay = {}): WarningLine {
  return { kind: 'warning', ...line };
}

/**
 * An error box over a page: where its checks find a problem, or where its answers do not go together. OK leads back to the page.
 *
 * @example signInFailed: errorBox({ over: 'signIn', found: 'sign-in-failed' })
 */
export function errorBox(line: Omit<FoundBoxLine, 'kind'> | Omit<RefusalBoxLine, 'kind'>): ErrorBoxLine {
  return { kind: 'errorBox', ...line };
}

/** The steps that get a page's answers by registering an application, instead of by asking. */
export function registration(line: Omit<RegistrationLine, 'kind'>): RegistrationLine {
  return { kind: 'registration', ...line };
}

/** Something that is done elsewhere and confirmed here. It lies over its page, to which `back` leads. */
export function confirmation(line: Omit<ConfirmationLine, 'kind'>): ConfirmationLine {
  return { kind: 'confirmation', ...line };
}

/** A stage that comes after the pages, with its ways on. */
export function stage<const Out extends Readonly<Record<string, ScreenId>>>(ways: Out): StageLine<Out> {
  return { kind: 'stage', ways };
}

interface OnTheWay {
  /** The question that has to be answered with yes for it to show; without one, it always does. */
  readonly showsIf?: BranchName;
}

/** The line of a page. */
export interface PageLine extends OnTheWay {
  readonly kind: 'page';
}

/** The line of a warning. */
export interface WarningLine extends OnTheWay {
  readonly kind: 'warning';
}

interface FoundBoxLine {
  readonly kind: 'errorBox';
  readonly over: CheckedPageId;
  /** The problem that it stands for. */
  readonly found: ProblemCode;
}

interface RefusalBoxLine {
  readonly kind: 'errorBox';
  readonly over: CheckedPageId;
  /** The question that is answered with yes where the answers are not taken. */
  readonly when: BranchName;
  /** The action that notes the problem. */
  readonly note: 'noteIncompatibleMail';
}

/** The line of an error box: it stands for what checks find, or for answers that are refused. */
export type ErrorBoxLine = FoundBoxLine | RefusalBoxLine;

/** The line of a registration. */
export interface RegistrationLine {
  readonly kind: 'registration';
  readonly over: PageId;
  /** Where it leads once consent is granted. */
  readonly consented: ScreenId;
  /** Where it leads if somebody else has to grant consent. */
  readonly otherwise: ScreenId;
}

/** The line of a confirmation. */
export interface ConfirmationLine {
  readonly kind: 'confirmation';
  readonly over: PageId;
  readonly next: ScreenId;
}

/** The line of a stage. */
export interface StageLine<Out> {
  readonly kind: 'stage';
  readonly ways: Out;
}

/** Where each stage leads, by what happens there. */
export interface Ways {
  readonly ready: { readonly install: ScreenId };
  readonly installing: { readonly succeeded: ScreenId; readonly stopped: ScreenId; readonly otherwise: ScreenId };
  readonly failed: { readonly retry: ScreenId; readonly back: ScreenId; readonly replay: ScreenId; readonly cancel: ScreenId };
  readonly postInstallation: { readonly lastTask: ScreenId };
  readonly finished: Record<never, never>;
  readonly cancelled: Record<never, never>;
}
