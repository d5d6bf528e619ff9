/** Files whose exports do not all have a doc comment yet. It is to become shorter, and no longer. */
export const undocumented: readonly string[] = [];
