/** The text with each secret blacked out: another side's words may repeat what it was sent, as it is or as in a form. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter(Boolean)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((words, secret) => words.replaceAll(secret, '[redacted]'), text);
}
