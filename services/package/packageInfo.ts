import type { DialogProperty, DialogScreen, ListedProperty } from '../../machines/ports/packageListing.ts';
import type { Summary } from './summary.ts';

/** What a Windows Installer package says of itself. What it does not say is null. */
export interface PackageInfo {
  readonly productName: string | null;
  /** As the package writes it, such as `4.6.421.0`. */
  readonly productVersion: string | null;
  readonly productCode: string | null;
  readonly upgradeCode: string | null;
  readonly manufacturer: string | null;
  /** The number of a Windows language, 1033 for English. */
  readonly language: number | null;
  readonly features: readonly PackageFeature[];
  /** Every public property that the package knows, by name. */
  readonly properties: readonly PackageProperty[];
  /** What its dialogs set, in the order of the tables. */
  readonly dialogs: readonly DialogProperty[];
  /** The words on its dialogs. */
  readonly screens: readonly DialogScreen[];
  /** The actions of an installation, in order. */
  readonly sequence: readonly SequencedAction[];
  readonly customActions: readonly CustomAction[];
  readonly launchConditions: readonly { readonly condition: string; readonly message: string | null }[];
  readonly summary: Summary;
}

/** A feature, as `ADDLOCAL` names it. */
export interface PackageFeature {
  readonly id: string;
  readonly title: string | null;
  readonly parent: string | null;
  /** It is installed by default where this is not 0 and at most the install level, 1 unless told. */
  readonly level: number | null;
}

/** A property that can be given on the command line of the installer. */
export interface PackageProperty extends ListedProperty {
  /** Windows Installer keeps its value out of the log. */
  readonly hidden: boolean;
}

/** An action of the installation, and when it is done. */
export interface SequencedAction {
  readonly action: string;
  /** Under what condition it is done; null for always. */
  readonly condition: string | null;
  /** Its number in the sequence. */
  readonly sequence: number;
}

/** An action that is the package's own. */
export interface CustomAction {
  readonly name: string;
  /** The installer's own number for its kind. */
  readonly type: number;
  /** When it runs: while the work is planned, with the work, when it is undone, or when it is sealed. */
  readonly runs: 'planning' | 'deferred' | 'rollback' | 'commit';
}
