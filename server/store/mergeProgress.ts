import type { Progress } from '../../machines/ports/call.ts';

/** What calls have told so far, put together: the last of each check, sign-in and installer; the lines of a log are not kept. */
export function mergeProgress(before: Progress | undefined, { checks, signIn, installer }: Progress): Progress {
  const known = new Map((before?.checks ?? []).map((check) => [check.id, check]));
  for (const check of checks ?? []) known.set(check.id, check);
  const lastSignIn = signIn ?? before?.signIn;
  const lastInstaller = installer ?? before?.installer;
  return {
    ...(known.size > 0 && { checks: [...known.values()] }),
    ...(lastSignIn && { signIn: lastSignIn }),
    ...(lastInstaller && { installer: lastInstaller }),
  };
}
