import { walkView } from '../answers/walkView.ts';
import { noProgress } from '../host/callProgress.ts';
import type { Installations } from '../host/installations.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { callsOf, revive } from '../host/transition.ts';
import type { Planning } from '../plan/forms.ts';
import type { JournalEntry } from '../store/rows.ts';
import { type PageBehind, pageBehind } from './pageBehind.ts';
import { type View, viewOf } from './view.ts';

/** Makes views of installations, with what configuration adds to every plan. */
export class Views {
  readonly #installations: Installations;
  readonly #planning: Planning;

  constructor(installations: Installations, planning: Planning) {
    this.#installations = installations;
    this.#planning = planning;
  }

  /** As it is now, with what its calls have told: the same for everybody who asks at this revision. */
  async now(installation: LoadedInstallation): Promise<View> {
    const { row, snapshot } = installation;
    const progress = callsOf(snapshot).length > 0 ? await this.#installations.progressOf(row.id) : noProgress;
    return viewOf(row, snapshot, this.#planning, progress, walkView(installation));
  }

  /** As a step leads to it, before any of its calls has told anything. */
  asStepped(installation: LoadedInstallation): View {
    return viewOf(installation.row, installation.snapshot, this.#planning, noProgress, walkView(installation));
  }

  /** A screen of the way here, as it was shown and answered; nothing, where it was not come by. */
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
