import type { CheckedPageId, OpenedAnswers } from '../pages/screens.ts';
import type { PackageListing } from './packageListing.ts';
import type { PackageSettlements } from './packageSettlement.ts';
import type { Registration } from './registration.ts';

/** The answers that count so far, with their secrets opened. */
export interface Subject {
  readonly installation: string;
  readonly answers: OpenedAnswers;
  /** Path of the package, where it was named. */
  readonly package?: string | undefined;
  /** The mailbox that the mailbox application was registered for, before the service account's page tells it. */
  readonly mailbox?: string | undefined;
}

/** All that is to be installed: what is checked once more before it is. */
export interface WholeSubject extends Subject {
  readonly settlements?: PackageSettlements | undefined;
  /** What the package is, where somebody has told. */
  readonly listing?: PackageListing | undefined;
}

/** The page to be checked; of the answers, only its own and those that its checks rest on. */
export interface PageSubject extends Subject {
  readonly page: CheckedPageId;
}

/** With what is known of the mailbox application while it is being registered. */
export interface RegistrationSubject extends Subject {
  readonly registration: Registration;
}
