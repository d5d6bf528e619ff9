/** How many installations there are by status, counted once and kept up with each step. */
export class Tally {
  readonly #counts = new Map<string, number>();
  #counted = false;

  get counted(): boolean {
    return this.#counted;
  }

  count(counts: readonly (readonly [status: string, count: number])[]): void {
    this.#counts.clear();
    for (const [status, count] of counts) this.#counts.set(status, count);
    this.#counted = true;
  }

  /** What was counted is not right any more. */
  forget(): void {
    this.#counted = false;
  }

  move(from: string | undefined, to: string | undefined): void {
    if (from === to) return;
    for (const [status, by] of [[from, -1] as const, [to, 1] as const]) {
      if (status !== undefined) this.#counts.set(status, (this.#counts.get(status) ?? 0) + by);
    }
  }

  get(): [status: string, count: number][] {
    return [...this.#counts].filter(([, count]) => count > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  }
}
