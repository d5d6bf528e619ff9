import { mapSecretRefs } from '../../machines/answers/secretFields.ts';

/**
 * A copy without secrets: each stands as kept.
 *
 * @example redact({ user: 'a', password: { secret: 'one' } }) // { user: 'a', password: { kept: true } }
 */
export function redact<T>(value: T): unknown {
  return mapSecretRefs(value, () => ({ kept: true }));
}
