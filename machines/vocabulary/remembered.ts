/**
 * What is worked out of an object once, and remembered by the object itself, where neither JSON nor a copy of it sees that.
 *
 * It is for objects that come and go, as the states of installations do. A WeakMap is not: V8's quick collections take for alive
 * whatever a long-lived one holds, and move it to where only a full collection clears up.
 */
export class Remembered<Of extends object, Made extends object | string> {
  readonly #name = Symbol();
  readonly #make: (of: Of) => Made;

  /** @param make what is to be worked out. The object must not be changed in place afterwards, nor be frozen. */
  constructor(make: (of: Of) => Made) {
    this.#make = make;
  }

  /** What is remembered; made now, where nothing is. */
  get(of: Of): Made {
    const known = (of as { [name: symbol]: Made | undefined })[this.#name];
    if (known !== undefined) return known;
    const made = this.#make(of);
    this.set(of, made);
    return made;
  }

  /** Remembers what is known already. */
  set(of: Of, made: Made): void {
    Object.defineProperty(of, this.#name, { value: made, configurable: true });
  }
}
