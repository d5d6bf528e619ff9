import type { PageSubject } from '../../machines/ports.ts';
import { type Finding, unavailable } from '../check.ts';
import type { DirectoryAccess } from './connection.ts';
import type { DirectorySettings } from './directory.ts';

/**
 * Where to ask and as whom: the account under "Check as" of the page `serviceAccount`, for all pages, else the one of the
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
      'Nobody is named to ask the directory as, so accounts can’t be looked up. Name an account under "Check as" on the page of the service account, or in the configuration (directory, user and password).',
    );
  }
  return { url, ca, baseDn, user: qualified(user, domain), password };
}

/** Active Directory knows users by `DOMAIN\user`, `user@domain` or their distinguished name. */
function qualified(user: string, domain: string | undefined): string {
  return /[\\@=]/.test(user) || !domain ? user : `${domain}\\${user}`;
}
