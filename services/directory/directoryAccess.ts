import type { PageSubject } from '../../machines/ports/subjects.ts';
import { type Finding, unavailable } from '../checks/finding.ts';
import type { DirectorySettings } from './settings.ts';

/** Where a directory is, and who asks it. */
export interface DirectoryAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  readonly ca?: string | undefined;
  readonly baseDn?: string | undefined;
}

/**
 * Where to ask and as whom: the account under "Check with another account" of the page `serviceAccount`, for all pages, else the one of the
 * configuration. A finding that says what is missing, where it can't be asked.
 */
export function accessOf({ answers }: PageSubject, settings: DirectorySettings): DirectoryAccess | Finding {
  const { url, ca, baseDn } = settings;
  if (!url) {
    return unavailable(
      'No directory server is configured, so accounts can’t be looked up. Configure one (directory, url), or look yourself: that the account exists, is enabled, not expired and not locked.',
    );
  }
  const { checkAs, domain } = answers.serviceAccount ?? {};
  const user = checkAs?.user ?? settings.user;
  const password = checkAs?.password ?? settings.password;
  // Without a password a directory would let anybody in, as nobody.
  if (!user || !password) {
    return unavailable(
      'Nobody is named to ask the directory as, so accounts can’t be looked up. Name an account under "Check with another account" on the page of the service account, or in the configuration (directory, user and password).',
    );
  }
  return { url, ca, baseDn, user: qualified(user, domain), password };
}

/** Active Directory knows users by `DOMAIN\user`, `user@domain` or their distinguished name. */
function qualified(user: string, domain: string | undefined): string {
  return /[\\@=]/.test(user) || !domain ? user : `${domain}\\${user}`;
}
