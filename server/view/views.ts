import { walkView } from '../answers/walkView.ts';
import { noProgress } from '../host/callProgress.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { callsOf, revive, waitedForBy } from '../host/transition.ts';
import type { Planning } from '../plan/forms.ts';
import type { Runners } from '../runner/runners.ts';
import type { JournalEntry } from '../store/rows.ts';
import { type Absence, absenceOf } from './absence.ts';
import { type PageBehind, pageBehind } from './pageBehind.ts';
import { type View, viewOf } from './view.ts';

/** Makes views of installations, with what configuration adds to every plan. */
export class Views {
  readonly #installations: Installations;
  readonly #planning: Planning;
  readonly #runners: Pick<Runners, 'find' | 'isNeededFor'>;

  constructor(installations: Installations, planning: Planning, runners: Pick<Runners, 'find' | 'isNeededFor'>) {
    this.#installations = installations;
    this.#planning = planning;
    this.#runners = runners;
  }

  /** As it is now, with what its calls have told: the same for everybody who asks at this revision. */
  async now(installation: LoadedInstallation): Promise<View> {
    const { row, snapshot } = installation;
    if (callsOf(snapshot).length === 0) return viewOf(row, snapshot, this.#planning, noProgress, walkView(installation));
    const [progress, absence] = await Promise.all([this.#installations.progressOf(row.id), this.#absenceFrom(installation)]);
    return viewOf(row, snapshot, this.#planning, progress, walkView(installation), absence);
  }

  /** The runner that is not there to do what it waits for. */
  async #absenceFrom({ row, snapshot }: LoadedInstallation): Promise<Absence | null> {
    if (row.mode !== 'live' || row.runner === null) return null;
    if (!waitedForBy(snapshot).some((call) => this.#runners.isNeededFor(call))) return null;
    return absenceOf(row.runner, await this.#runners.find(row.runner));
  }

  /** As a step leads to it, before any of its calls has told anything. */
  asStepped(installation: LoadedInstallation): View {
    return viewOf(installation.row, installation.snapshot, this.#planning, noProgress, walkView(installation));
  }

  /** A screen of the way here, as it was shown and answered; nothing, where it was not visited. */
  behind({ row, snapshot }: LoadedInstallation, screen: string): PageBehind | undefined {
    return pageBehind(snapshot, screen, this.#planning.settlements, row.mode);
  }

  /** As it was after an earlier step; nothing, where an older chart has kept it in states that this one does not have. */
  at({ row }: LoadedInstallation, { revision, at, kept }: JournalEntry): View | undefined {
    try {
      return viewOf({ ...row, revision, updatedAt: at }, revive(kept), this.#planning, noProgress);
    } catch {
      return undefined;
    }
  }
}
