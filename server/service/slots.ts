/**
 * Things that come and go many times a second, and each take a large object along. They are not kept in a Set or Map, which makes its
 * table anew all the time: each table that was given up holds the next one and all that was in it, until V8 clears up as a whole.
 */
export class Slots<Thing> implements Iterable<Thing> {
  readonly #things: (Thing | undefined)[] = [];
  readonly #free: number[] = [];

  /** How many are there. */
  get size(): number {
    return this.#things.length - this.#free.length;
  }

  /** @returns what takes it out again; to be called once. */
  add(thing: Thing): () => void {
    const slot = this.#free.pop() ?? this.#things.length;
    this.#things[slot] = thing;
    return () => {
      this.#things[slot] = undefined;
      this.#free.push(slot);
    };
  }

  *[Symbol.iterator](): Iterator<Thing> {
    for (const thing of this.#things) if (thing !== undefined) yield thing;
  }
}
