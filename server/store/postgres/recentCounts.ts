/** Counts are this old at most, milliseconds. */
const countsFor = 2000;

type Counts = [status: string, count: number][];

/** Counts of installations by status, which take a while to count, remembered for a moment. */
export class RecentCounts {
  #last: { readonly at: number; readonly counts: Promise<Counts> } | undefined;

  get(count: () => Promise<Counts>): Promise<Counts> {
    const now = Date.now();
    if (!this.#last || now - this.#last.at > countsFor) {
      const counts = count();
      counts.catch(() => this.forget());
      this.#last = { at: now, counts };
    }
    return this.#last.counts;
  }

  forget(): void {
    this.#last = undefined;
  }
}
