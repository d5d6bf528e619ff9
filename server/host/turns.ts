/** Lets whatever changes an installation take turns, so that two requests in one process never get in each other's way. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Does something once all that was asked for before, of the same installation, is over. */
  take<T>(id: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(id) ?? Promise.resolve();
    const turn = before.then(act);
    const over = turn.then(
      () => {},
      () => {},
    );
    this.#last.set(id, over);
    void over.then(() => {
      if (this.#last.get(id) === over) this.#last.delete(id);
    });
    return turn;
  }

  /** Fulfilled when nothing is under way. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values());
  }
}
