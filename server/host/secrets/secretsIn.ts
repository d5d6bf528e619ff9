import { isSecretRef } from '../../../machines/vocabulary/secret.ts';

/** Every secret that a value refers to. */
export function secretsIn(value: unknown): Set<string> {
  const refs = new Set<string>();
  const look = (part: unknown): void => {
    if (isSecretRef(part)) refs.add(part.secret);
    else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) look(inner);
  };
  look(value);
  return refs;
}
