export function judge(
  told: string,
  exceptions: readonly { readonly advisory: string; readonly until: string; readonly reason: string }[],
  now: Date,
): { lines: string[]; isClean: boolean };
