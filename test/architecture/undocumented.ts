/** Files whose exports do not all have a doc comment yet. It is to become shorter, and no longer. */
export const undocumented: readonly string[] = [
  'server/host/answerEvents.ts',
  'server/host/notFound.ts',
  'server/host/secrets/installationId.ts',
  'server/host/secrets/vault.ts',
  'server/host/status.ts',
];
