import { mapSecretRefs } from '../../machines/answers/secretFields.ts';

/** A copy without secrets: each stands as kept. */
export function redact<T>(value: T): unknown {
  return mapSecretRefs(value, () => ({ kept: true }));
}
