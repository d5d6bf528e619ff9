/** What starts with the computer: the service, or the runner of another one. */
export type Kind = 'service' | 'runner';

/** What is to be started with the computer. */
export interface Entry {
  readonly kind: Kind;
  /** The account that it runs as: `CONTOSO\svcSetup$`, `SYSTEM`; on Linux the name of a user. */
  readonly account: string;
  /** The program and its arguments, every path absolute. No secret is among them. */
  readonly command: readonly string[];
  /** Its data folder. */
  readonly data: string;
}

/** What the computer starts of one kind, as it is found there. */
export interface Found {
  /** Where it stands, in words: `the task \mim-setup\runner`. */
  readonly where: string;
  readonly account: string;
  readonly command: readonly string[];
  /** What keeps it from starting, or from going on, a sentence each. */
  readonly obstacles: readonly string[];
  /** What else to know of it, a sentence each. */
  readonly remarks: readonly string[];
}

/** What starts programs with the computer. */
export interface Autostart {
  /**
   * Starts it with the computer from now on, in place of any other of its kind.
   *
   * @returns what to know of it, a sentence each.
   * @throws {CannotAutostart} with what to do about it.
   */
  install(entry: Entry, signal: AbortSignal): Promise<readonly string[]>;
  /** What there is of this kind; null where there is none. @throws {CannotAutostart} where that can't be told. */
  find(kind: Kind, signal: AbortSignal): Promise<Found | null>;
  /** False where there was none. @throws {CannotAutostart} with what to do about it. */
  remove(kind: Kind, signal: AbortSignal): Promise<boolean>;
}
