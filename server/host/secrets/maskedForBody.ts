import { maskedError } from '../../../services/secrets/maskedError.ts';
import { namedLikeASecret } from '../../../services/secrets/namedLikeASecret.ts';

/** An error as it may be logged: without what the body of the request, which it may repeat, holds of secrets. */
export function maskedForBody(error: unknown, body: unknown): Error {
  return maskedError(error, secretsIn(body));
}

/** What stands under names that say that it is secret. */
function secretsIn(body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return [];
  const found = Object.entries(body).flatMap(([name, value]) =>
    typeof value === 'string' ? (namedLikeASecret(name) && value.length <= longestSecret ? [value] : []) : secretsIn(value),
  );
  return found.slice(0, mostSecrets);
}

/** No answers have more; what is more is nobody's secret. */
const longestSecret = 1024;
const mostSecrets = 20;
