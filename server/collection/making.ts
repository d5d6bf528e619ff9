import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import type { Planning } from '../plan/forms.ts';
import type { Runners } from '../runner/runners.ts';
import type { Saved } from '../store/rows.ts';
import type { Views } from '../view/views.ts';
import type { Wording } from '../view/wording.ts';

/** What a service tells of itself in a collection. */
export interface AboutService {
  /** Without secrets. */
  readonly configuration: object;
  /** What its installations are kept in, such as `SQLite 3.50.4`. */
  readonly storage: string;
}

/** What collections are made from. */
export interface Collecting {
  readonly installations: Installations;
  readonly views: Views;
  readonly runners: Pick<Runners, 'find'>;
  readonly planning: Planning;
  readonly jobsFolder: string;
  readonly about: AboutService;
  /** Hears of faults: what fails in an unforeseen way is left out, and told here whole. */
  readonly report: (error: unknown, about: object) => void;
}

/** What one of them is made from. */
export interface Making extends Collecting {
  readonly saved: Saved;
  /** Nothing, where no state of it can be used. */
  readonly loaded: LoadedInstallation | undefined;
  readonly now: Date;
  readonly wording: Wording;
}
