import type { Progress } from '../../../machines/ports/call.ts';
import type { Ask } from '../ask.ts';
import type { Claimed } from '../effects.ts';
import { mergeProgress } from '../mergeProgress.ts';

/** What a call tells is written down this often at most, milliseconds. */
const writing = 500;

/** How far calls are: what those of this process tell is kept for all processes, and read of all. */
export class CallProgressStore {
  readonly #ask: Ask;
  readonly #report: (error: unknown, about: object) => void;
  readonly #underWay = new Map<string, { told: Progress; timer: NodeJS.Timeout | undefined }>();

  constructor(ask: Ask, report: (error: unknown, about: object) => void) {
    this.#ask = ask;
    this.#report = report;
  }

  /** Keeps it soon, together with what the call tells meanwhile. */
  tell(claimed: Claimed, progress: Progress): void {
    const telling = this.#underWay.get(claimed.claim) ?? { told: {}, timer: undefined };
    telling.told = mergeProgress(telling.told, progress);
    telling.timer ??= setTimeout(() => {
      telling.timer = undefined;
      void this.#keep(claimed, telling.told).catch((error) => this.#report(error, { installation: claimed.installation }));
    }, writing);
    this.#underWay.set(claimed.claim, telling);
  }

  /** The call has ended: what was not kept yet needs no keeping. */
  end(claim: string): void {
    clearTimeout(this.#underWay.get(claim)?.timer);
    this.#underWay.delete(claim);
  }

  /** What the calls of an installation have told so far, in whichever process. */
  async of(installation: string): Promise<Progress | undefined> {
    const sql = `select t.progress from told t join effect e on e.installation = t.installation and e.id = t.call
      where t.installation = ? order by e.revision`;
    const rows = await this.#ask(sql, installation);
    const told = rows.map((row) => JSON.parse(String(row['progress'])) as Progress);
    return told.length === 0 ? undefined : told.reduce<Progress>(mergeProgress, {});
  }

  async #keep({ installation, id, claim }: Claimed, progress: Progress): Promise<void> {
    const sql = `insert into told (installation, call, claim, progress) values (?, ?, ?, ?)
      on conflict (installation, call) do update set claim = excluded.claim, progress = excluded.progress`;
    await this.#ask(sql, installation, id, claim, JSON.stringify(progress));
  }
}
