/**
 * What Active Directory means when it refuses a sign-in: it hides the reason in the text, as `data 52e`, a Windows error code
 * (Microsoft, "LDAP bind errors", and winerror.h).
 */
export function refusalOf(text: string): string {
  const code = /data ([0-9a-f]+)/i.exec(text)?.[1]?.toLowerCase() ?? '';
  return reasons[code] ?? 'the user or the password is wrong.';
}

const reasons: Readonly<Record<string, string>> = {
  '525': 'there is no such user.',
  '52e': 'the user or the password is wrong.',
  '530': 'the account may not sign in at this time.',
  '531': 'the account may not sign in from this computer.',
  '532': 'its password has expired.',
  '533': 'the account is disabled.',
  '701': 'the account has expired.',
  '773': 'its password has to be changed first.',
  '775': 'the account is locked.',
};
