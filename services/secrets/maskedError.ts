import { maskerOf } from './mask.ts';

/**
 * A copy of what was thrown, and of what caused it, with `mask` for each of these secrets in messages and stacks; it has no other
 * fields.
 */
export function maskedError(thrown: unknown, secrets: readonly string[]): Error {
  const masked = maskerOf(secrets);
  const copyOf = (error: unknown): Error => {
    if (!(error instanceof Error)) return new Error(masked(String(error)));
    const copy = new Error(masked(error.message), error.cause === undefined ? {} : { cause: copyOf(error.cause) });
    copy.name = error.name;
    if (error.stack !== undefined) copy.stack = masked(error.stack);
    return copy;
  };
  return copyOf(thrown);
}
