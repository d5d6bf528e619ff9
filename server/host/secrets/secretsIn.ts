import { isSecretRef } from '../../../machines/vocabulary/secret.ts';

/** Every secret that a value refers to. */
export function secretsIn(value: unknown): Set<string> {
  const refs = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isSecretRef(value)) refs.add(value.secret);
    else for (const inner of Object.values(value)) look(inner);
  };
  look(value);
  return refs;
}
