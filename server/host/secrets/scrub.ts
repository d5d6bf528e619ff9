/** A copy of an error, and of what caused it, in which none of these texts stands. */
export function scrub(error: unknown, secrets: readonly string[]): unknown {
  if (!(error instanceof Error)) return new Error(without(String(error), secrets));
  const copy = new Error(
    without(error.message, secrets),
    error.cause === undefined ? {} : { cause: scrub(error.cause, secrets) },
  );
  copy.name = error.name;
  if (error.stack !== undefined) copy.stack = without(error.stack, secrets);
  return copy;
}

function without(text: string, secrets: readonly string[]): string {
  return secrets.filter(Boolean).reduce((left, secret) => left.replaceAll(secret, '(redacted)'), text);
}
