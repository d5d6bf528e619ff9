/** More than any test takes on purpose. */
const longest = 1000;

/** Counts the steps of a walk, and ends one that goes round in circles by an error that says where; else its test never ended. */
export class Leash {
  readonly #steps = new Map<string, number>();

  /** @param of what walks. @param where what it does next. */
  step(of: string, where: () => string): void {
    const steps = (this.#steps.get(of) ?? 0) + 1;
    if (steps > longest) throw new Error(`${of} has gone ${longest} steps and comes to no end. Now: ${where()}`);
    this.#steps.set(of, steps);
  }
}
