/**
 * Whether a name says that what it holds is secret, in whatever case: `SERVICE_ACCOUNT_PASSWORD`, `clientSecret`. It tells the secrets
 * of packages and of others, where no page of ours declares them.
 */
export function namedLikeASecret(name: string): boolean {
  return /(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|CREDENTIALS?)$/i.test(name);
}
