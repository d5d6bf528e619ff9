/** The text with each secret blacked out: another side's words may repeat what it was sent. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.filter(Boolean).reduce((words, secret) => words.replaceAll(secret, '[redacted]'), text);
}
