import { mapSecretRefs } from '../../../machines/answers/secretFields.ts';

/** Every secret that a value refers to. */
export function secretsIn(value: unknown): Set<string> {
  const refs = new Set<string>();
  mapSecretRefs(value, ({ secret }) => {
    refs.add(secret);
    return null;
  });
  return refs;
}
