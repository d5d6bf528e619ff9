import { InvalidCredentialsError, ResultCodeError } from 'ldapts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { codeOf } from '../network/connectionFailure.ts';
import { isDistrust, tlsFailure } from '../network/tlsFailure.ts';
import type { DirectoryAccess } from './directoryAccess.ts';
import { refusalOf } from './signInRefusal.ts';

/** What went wrong with the directory, in words that an administrator can act on; a `Problem` stays as it is. */
export function directoryProblem(error: unknown, { url, user }: DirectoryAccess): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidCredentialsError) {
    return new Problem('directory-sign-in-failed', `The directory refuses to sign ${user} in: ${refusalOf(error.message)}`, {
      cause: error,
    });
  }
  if (error instanceof ResultCodeError) {
    return new Problem('directory-sign-in-failed', `The directory at ${url} refuses to answer ${user}. See its own words.`, {
      cause: error,
    });
  }
  const code = codeOf(error) ?? '';
  if (code === 'UNSPECIFIED') {
    return new Problem('host-unreachable', `${tlsFailure(code, new URL(url).hostname)} Until then no password is sent to it.`, {
      cause: error,
    });
  }
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) {
    return new Problem(
      'host-unreachable',
      `The directory at ${url} does not encrypt in a way that this host accepts. See that it allows TLS 1.2 and has a certificate that is signed with SHA-256.`,
      { cause: error },
    );
  }
  if (isDistrust(code)) {
    return new Problem(
      'host-unreachable',
      `The certificate of the directory at ${url} is not trusted here. Import its authority’s certificate into the trusted roots of this host, or name a file with it in the configuration (directory, caFile); and name the server as the certificate names it.`,
      { cause: error },
    );
  }
  return new Problem(
    'host-unreachable',
    `The directory at ${url} can’t be reached, or breaks the connection off. Check the address in the configuration, that the server is well, and the firewall between.`,
    { cause: error },
  );
}
