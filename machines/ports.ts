import { fromPromise } from 'xstate';
import type { Answers, CheckedPageId, CheckId, OpenedAnswers, PageId } from './pages/index.ts';
import type { ProblemCode } from './problems.ts';
import type { SecretRef } from './secret.ts';

/**
 * What the wizard needs from the outside world. `services/` implements it twice, live and rehearsed; the chart knows only
 * these names. Every call may be made again after a crash, so each is safe to repeat.
 */
export interface Services {
  /** Checks the answers of one page. It never throws for what it finds: each finding is a result. */
  checkPage(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** Checks everything once more, and this host, before the installation. */
  checkEverything(subject: Subject, call: Call): Promise<readonly CheckResult[]>;

  /** Finds the application of this installation by its mark, or creates it, with the one permission that it needs. */
  createApplication(subject: RegistrationSubject, call: Call): Promise<RegisteredApplication>;
  /** Finds or creates its service principal, and waits until the directory has replicated it. */
  createServicePrincipal(subject: RegistrationSubject, call: Call): Promise<{ readonly servicePrincipalId: string }>;
  /** Adds a client secret, in place of an earlier one of this installation. */
  addClientSecret(
    subject: RegistrationSubject,
    call: Call,
  ): Promise<{ readonly clientSecret: NewSecret; readonly expiresAt: string }>;
  /** Grants admin consent, or says by which link an administrator can. */
  grantConsent(subject: RegistrationSubject, call: Call): Promise<{ readonly granted: boolean; readonly consentUrl: string }>;

  /** Looks, after the installation, at what of the closing tasks can be seen to be done. */
  checkTasks(subject: Subject, call: Call): Promise<readonly CheckResult[]>;

  /** Finds the job if it has been started before, else starts it; ends when the installer has ended, however it ended. */
  install(job: InstallJob, call: Call): Promise<InstallOutcome>;
  /** Asks the running installer to stop and roll back. The job's own call tells how it ended. */
  stopInstaller(job: { readonly installation: string; readonly attempt: number }, call: Call): Promise<void>;
}

/** What a running call may use: when to give up, and how to tell how far it is. Progress is no step of the chart. */
export interface Call {
  readonly signal: AbortSignal;
  progress(progress: Progress): void;
}

/** How far a running call is. It goes to the stream and is forgotten with the call. */
export interface Progress {
  /** Checks that have ended, or have begun, before the call as a whole has. */
  readonly checks?: readonly CheckProgress[];
  readonly signIn?: SignInPrompt;
  readonly installer?: InstallerProgress;
  /** New lines of the installer's log, already redacted. */
  readonly log?: readonly string[];
}

export type CheckProgress = CheckResult | { readonly id: AnyCheckId; readonly status: 'pending' };

/** What the user has to do to sign in with a device code. */
export interface SignInPrompt {
  readonly userCode: string;
  readonly verificationUri: string;
  /** ISO 8601. */
  readonly expiresAt: string;
  /** What else the user should know of it: that it takes the place of an earlier one, say. */
  readonly note?: string;
}

export interface InstallerProgress {
  readonly action: string;
  readonly phase: string;
  /** 0 to 100, never falling within an attempt. */
  readonly percent: number;
}

/** The answers that count so far, with their secrets opened. */
export interface Subject {
  readonly installation: string;
  readonly answers: OpenedAnswers;
  readonly package?: string | undefined;
  /** The mailbox that the mailbox application was registered for, before the service account's page tells it. */
  readonly mailbox?: string | undefined;
}

export interface PageSubject extends Subject {
  readonly page: CheckedPageId;
}

/** Checks of this host, made before the installation; they belong to no page's answers. */
export const hostChecks = {
  'host-windows': { title: 'This is a supported Windows Server' },
  'host-elevated': { title: 'The service runs elevated' },
  'host-rights': { title: 'The installing user has the rights that the installer needs' },
  'host-sharepoint-solutions': { title: 'No SharePoint solution is being deployed or retracted' },
  'host-disk-space': { title: 'There is disk space enough' },
  'host-pending-reboot': { title: 'No restart is pending' },
  'host-installer-free': { title: 'No other installation runs' },
  package: { title: 'The package is there and is the right one' },
} as const;

export type HostCheckId = keyof typeof hostChecks;

/** Checks of the finished installation; they belong to its closing tasks. */
export const closingChecks = {
  'service-runs': { title: 'The MIM Service runs, and its port answers' },
  'portal-answers': { title: 'The MIM Portal answers and asks for Windows authentication' },
} as const;

export type ClosingCheckId = keyof typeof closingChecks;
export type AnyCheckId = CheckId | HostCheckId | ClosingCheckId;

/** How one check ended. */
export interface CheckResult {
  readonly id: AnyCheckId;
  /** The page whose answers were checked, `ready` for this host, `postInstallation` for what is installed. */
  readonly page: PageId | 'ready' | 'postInstallation';
  readonly status: 'passed' | 'warning' | 'failed';
  /** What kind of failure or warning it is. */
  readonly code?: ProblemCode;
  /** What was found and, unless it passed, what to do next. */
  readonly message: string;
  /** The other side's own words, where it said any. */
  readonly detail?: string;
  /** The field of the page that is at fault. */
  readonly field?: string;
  /** When it ended, ISO 8601, and how long it took, milliseconds. */
  readonly at: string;
  readonly ms: number;
}

/** What is known of the mailbox application while it is being registered. */
export interface RegistrationSubject extends Subject {
  readonly registration: Registration;
}

export interface Registration {
  readonly mailbox: string;
  readonly group: string;
  readonly secretMonths: number;
  readonly application?: RegisteredApplication;
  readonly servicePrincipalId?: string;
  /** When the client secret expires, ISO 8601. */
  readonly expiresAt?: string;
  readonly consentUrl?: string;
}

export interface RegisteredApplication {
  readonly objectId: string;
  readonly applicationId: string;
  readonly tenantId: string;
}

/** A secret that a service has come by. The host seals it before the chart sees it. */
export class NewSecret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }
}

/** One run of the installer. */
export interface InstallJob {
  readonly installation: string;
  /** 1 for the first; each retry is a job of its own. */
  readonly attempt: number;
  /** Path of the package; nothing, where none is configured. */
  readonly package?: string | undefined;
  /** The installer's features, as `ADDLOCAL` names them. */
  readonly features: readonly string[];
  /** Public properties by name, each value opened. */
  readonly properties: Readonly<Record<string, string>>;
  /** Names of properties that hold a secret, though neither a page nor the package says so. */
  readonly hidden?: readonly string[];
}

/** How a run of the installer ended. */
export interface InstallOutcome {
  readonly result: 'succeeded' | 'cancelled' | 'failed' | 'interrupted';
  readonly exitCode: number | null;
  readonly restartNeeded: boolean;
  /** What is so now, and what to do next. */
  readonly message: string;
  /** Whether the installer undid what it had done; null where there was nothing to undo, or it can't be told. */
  readonly rolledBack: boolean | null;
  readonly failure?: {
    readonly action: string | null;
    /** The known cause, its remedy, and where this is known from. */
    readonly cause: { readonly title: string; readonly remedy: string; readonly source: string } | null;
    /** The lines of the log that matter, redacted. */
    readonly lines: readonly string[];
  };
}

/** A failure that the user can act on. Anything else that a service throws is a bug, and goes to the log whole. */
export class Problem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Problem';
    this.code = code;
  }
}

/**
 * The services as the chart's `invoke` sees them. They carry types and let `transition()` work out the input of a call;
 * they are never started: the host makes the calls.
 */
export const serviceActors = {
  checkPage: calledByHost<Services['checkPage']>(),
  checkEverything: calledByHost<Services['checkEverything']>(),
  checkTasks: calledByHost<Services['checkTasks']>(),
  createApplication: calledByHost<Services['createApplication']>(),
  createServicePrincipal: calledByHost<Services['createServicePrincipal']>(),
  addClientSecret: calledByHost<Services['addClientSecret']>(),
  grantConsent: calledByHost<Services['grantConsent']>(),
  install: calledByHost<Services['install']>(),
  stopInstaller: calledByHost<Services['stopInstaller']>(),
};

function calledByHost<Service extends Services[keyof Services]>() {
  return fromPromise<BeforeOpening<Awaited<ReturnType<Service>>>, BeforeOpening<Parameters<Service>[0]>>(
    () => new Promise(() => {}),
  );
}

/** A call's input and output as the chart holds them: the host opens the secrets of the one and seals those of the other. */
type BeforeOpening<T> = T extends NewSecret
  ? SecretRef
  : T extends readonly (infer Item)[]
    ? readonly BeforeOpening<Item>[]
    : T extends object
      ? {
          readonly [Key in keyof T]: Key extends 'answers'
            ? Answers
            : Key extends 'properties'
              ? Readonly<Record<string, string | SecretRef>>
              : BeforeOpening<T[Key]>;
        }
      : T;
