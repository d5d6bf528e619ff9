/** Why a storage can't be used at the moment; `superseded`: by this process no more, for another has taken its place. */
export type Reason = 'away' | 'locked' | 'full' | 'read-only' | 'damaged' | 'superseded';

/**
 * The storage can't be used at the moment. Nothing is lost by it, and nothing is a fault of whoever asked: HTTP answers 507 where it is
 * `full` or `read-only`, and else 503, with `Retry-After`. The message says what is wrong and what to do, and holds no secret.
 */
export class StoreUnavailable extends Error {
  readonly reason: Reason;
  /** Seconds after which it is worth trying again. */
  readonly retryAfter: number;

  constructor(reason: Reason, message: string, options: ErrorOptions & { readonly retryAfter?: number } = {}) {
    super(message, options);
    this.name = 'StoreUnavailable';
    this.reason = reason;
    this.retryAfter = options.retryAfter ?? 5;
  }
}

/** Something is kept there already, and would be mixed up with what is brought. */
export class StoreNotEmpty extends Error {
  constructor(where: string) {
    super(`${where} holds installations already. Give one that is empty.`);
    this.name = 'StoreNotEmpty';
  }
}
