import { z } from 'zod';
import { isPrintable } from '../vocabulary/printable.ts';

/** `Domain\Account`; a managed account's name ends in `$`. */
export function domainAccount() {
  return z
    .string()
    .regex(
      /^[A-Za-z0-9_][A-Za-z0-9._-]{0,252}\\[^"/\\[\]:;|=,+*?<>@\s](?:[^"/\\[\]:;|=,+*?<>@]{0,18}[^"/\\[\]:;|=,+*?<>@\s])?$/,
      {
        error: ({ input }) => (isLongAccount(input) ? tooLong : 'Enter Domain\\Account, such as contoso\\svcMIMMA.'),
      },
    )
    .refine(isPrintable, { error: 'Leave out control characters.' });
}

/** An account's name alone; its domain has a field of its own. */
export function accountName() {
  return z
    .string()
    .regex(/^[^"/\\[\]:;|=,+*?<>@\s](?:[^"/\\[\]:;|=,+*?<>@]{0,18}[^"/\\[\]:;|=,+*?<>@\s])?$/, {
      error: ({ input }) =>
        isLongAccount(input)
          ? tooLong
          : 'Enter the account name alone, such as svcMIMService: the domain goes in a field of its own.',
    })
    .refine(isPrintable, { error: 'Leave out control characters.' });
}

/** The sAMAccountName, by which the installer knows accounts, has at most 20 characters. */
function isLongAccount(input: unknown): boolean {
  return /[^\\]{21}$/.test(String(input));
}

const tooLong =
  'The name of an account, as it is before Windows 2000 (sAMAccountName), has at most 20 characters. Enter that one.';
