/** What a new installation is begun with. */
export interface NewInstallation {
  readonly name?: string | undefined;
  readonly mode: 'rehearsal' | 'live';
  /** Path of the package. */
  readonly package?: string | undefined;
  readonly rehearsal?: Rehearsal | undefined;
  /** The runner that makes its calls on the server. */
  readonly runner?: string | undefined;
  /** The installation whose answers it begins with; the journal says so. */
  readonly copyOf?: string | undefined;
}

/** How an installation is to be rehearsed. */
export interface Rehearsal {
  /** The installer's action, and the check, that fails. */
  readonly failAt?: string | undefined;
  readonly failCheck?: string | undefined;
  /** How many times; once, unless stated. */
  readonly times?: number | undefined;
  /** Milliseconds that an action takes. */
  readonly pace?: number | undefined;
}
