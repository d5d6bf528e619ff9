import { Problem } from '../../machines/vocabulary/problems.ts';

/**
 * What SQL Server means by refusing a sign-in, by the number of its error ("Database Engine events and errors", Microsoft Learn):
 * `database-sign-in-failed` where it is about the account, `database-unsuitable` where it is about the server. Null for a number
 * that is no refusal of a sign-in. `who` is as the sentence names the account, `advice` what to do about its password.
 */
export function signInRefusal(number: number, who: string, advice: string, cause: Error): Problem | null {
  const ofAccount = accountReasons[number];
  if (ofAccount) return new Problem('database-sign-in-failed', ofAccount(who, advice), { cause });
  const ofServer = serverReasons[number];
  return ofServer ? new Problem('database-unsuitable', ofServer, { cause }) : null;
}

const accountReasons: Readonly<Record<number, (who: string, advice: string) => string>> = {
  // The client is never told whether the user or the password is wrong, or the login disabled for Windows accounts.
  18456: (who, advice) => `SQL Server refuses to sign ${who} in. ${advice} Its log (ERRORLOG) names the reason.`,
  18452: (who) =>
    `SQL Server takes ${who} for nobody of a domain that it trusts. Check the domain; a SQL login can sign in only where the server allows SQL Server authentication beside Windows authentication.`,
  18470: (who) =>
    `The login of ${who} is disabled. Enable it (ALTER LOGIN … ENABLE), or name another account under "Check with another account".`,
  18486: (who) =>
    `The login of ${who} is locked out. Unlock it (ALTER LOGIN … UNLOCK), or name another account under "Check with another account".`,
  18487: (who) =>
    `The password of ${who} has expired. Set a new one, or name another account under "Check with another account".`,
  18488: (who) =>
    `The password of ${who} has to be changed before it can be used. Set a new one, or name another account under "Check with another account".`,
  4060: (who) =>
    `SQL Server lets ${who} in, but not into its database master. Name another account under "Check with another account".`,
  4064: (who) =>
    `The default database of ${who} can’t be opened. Give the login another one (ALTER LOGIN … DEFAULT_DATABASE), or name another account under "Check with another account".`,
};

const serverReasons: Readonly<Record<number, string>> = {
  17142: 'The SQL Server service is paused. Continue it, and repeat the check.',
  17187: 'SQL Server is not ready for clients yet. Wait until it has started, and repeat the check.',
  17809:
    'SQL Server takes no more connections: as many are open as it allows ("user connections"). Close some, or allow more, and repeat the check. Nothing is said of the account.',
  18401: 'SQL Server is being upgraded and lets nobody in. Wait until it is done, and repeat the check.',
  18451: 'SQL Server lets only administrators in at the moment. Wait until it is open again, and repeat the check.',
  18458:
    'SQL Server takes no more users: as many are signed in as it has licenses for. Sign some out, and repeat the check. Nothing is said of the account.',
  18460:
    'SQL Server takes no more users: as many are signed in as it has licenses for. Sign some out, and repeat the check. Nothing is said of the account.',
  18461: 'SQL Server runs in single-user mode, and somebody is signed in. Start it as usual, and repeat the check.',
};
