/**
 * Every problem that a client can meet, by its stable code: the HTTP status where it answers a request, else null (it stands in
 * a view, as a check's finding), its title, and what to do about it. `docs/errors.md` is made from this table.
 */
export const problems = {
  // A request that can't be taken
  malformed: about(
    400,
    'The request cannot be read',
    'Send a JSON body of the form that the OpenAPI document gives for this call.',
  ),
  'unknown-event': about(400, 'There is no such event', 'Send one of the events that `can` lists in the view.'),
  unauthorized: about(401, 'A token is needed', 'Send the bearer token that the service was started with.'),
  'forbidden-origin': about(
    403,
    'Requests from this origin are refused',
    'Use the address that the service printed when it started.',
  ),
  'runner-token': about(
    403,
    'The token of a runner is for a runner’s work alone',
    'Send the token that the service was started with.',
  ),
  'not-found': about(404, 'There is no such thing', 'Check the address, or list what there is.'),
  'method-not-allowed': about(405, 'This cannot be done here', 'Use a method that the Allow header names.'),
  'not-acceptable': about(406, 'There is no such form of it', 'Ask for one of the forms that the OpenAPI document gives.'),
  'not-now': about(409, 'The installation is not at this point', 'See `page` for where it is and `can` for what it takes there.'),
  'not-overridable': about(
    409,
    'This check cannot be overridden',
    'The installer itself would refuse. Change the answer instead.',
  ),
  'checks-failed': about(
    409,
    'Checks hold the installation back',
    'Repeat the checks that are named, mend what they found, or override them with a reason.',
  ),
  conflict: about(
    409,
    'Another request got in first',
    'Read the installation again, and repeat the request if it still applies.',
  ),
  damaged: about(
    409,
    'What is kept of this installation is damaged',
    'Restore the data folder from a backup, or delete the installation and begin anew.',
  ),
  'chart-changed': about(
    409,
    'This installation was begun with another version',
    'Finish it with that version, or delete it and begin anew.',
  ),
  'not-ended': about(409, 'The installation has not ended', 'Cancel it first.'),
  'command-too-long': about(409, 'The command is too long for a batch file', 'Ask for format=ps1.'),
  stale: about(412, 'The installation has moved on', 'Read it again: somebody else, or a check that ended, has changed it.'),
  'too-large': about(413, 'The request is too large', 'Send at most 256 KiB.'),
  'unsupported-media-type': about(415, 'This content type is not understood', 'Send application/json.'),
  'invalid-answers': about(422, 'Some answers are not valid', 'See `errors` for each field and what is expected there.'),
  'invalid-request': about(422, 'Some values are not valid', 'See `errors` for each value and what is expected there.'),
  'idempotency-key-reused': about(422, 'This Idempotency-Key was used for something else', 'Use a new key for each new request.'),
  'too-many-refused': about(
    429,
    'Too many tokens were refused',
    'Wait for the seconds that Retry-After names, and send the token that the service was started with.',
  ),
  'too-slow': about(
    408,
    'The request did not come in in time',
    'Send it within five minutes. Of a long log, the last part is enough.',
  ),
  'upgrade-required': about(
    426,
    'Here a runner connects',
    'Start one on its server, with this address as its --url and the file of its token as its --token-file: mim-setup runner.',
  ),
  'headers-too-large': about(431, 'The headers are too large', 'Send less than 16 KiB of them.'),
  'storage-unavailable': about(
    503,
    'What is kept cannot be reached at the moment',
    'Try again after the seconds that Retry-After names. Nothing is lost.',
  ),
  'storage-full': about(
    507,
    'What has to be kept cannot be written',
    'Make room on the disk of the data folder, and see that the service may write there. Nothing is lost, and it goes on by itself.',
  ),
  unexpected: about(500, 'Something went wrong', 'It is a fault of this software. Its log has the details.'),

  // What a check, a service or the installer finds
  'sign-in-failed': finding('Sign in failed', 'Sign in again, with a user or an application of the right tenant.'),
  'subscription-not-found': finding(
    'Subscription not found',
    'Sign in to a tenant with Microsoft Entra ID P1 or P2, or install the Volume License edition.',
  ),
  'incompatible-mail-authentication': finding('Invalid Mail Authentication', 'Choose one of the options A to I of the guide.'),
  'application-validation-failed': finding('Failed to access Office 365 mailbox', 'Check the application ID and the tenant ID.'),
  'mailbox-access-failed': finding(
    'Failed to access Office 365 mailbox',
    'Check the secret, the permission full_access_as_app with its admin consent, and the mailbox.',
  ),
  'registration-failed': finding(
    'The application could not be registered',
    'See the detail, and register again: what was done is found, not done twice.',
  ),
  'database-exists': finding('The database exists already', 'Name another database, or choose to re-use this one.'),
  'database-missing': finding('The database does not exist', 'Check its name, or choose to create a new one.'),
  'database-sign-in-failed': finding('SQL Server refuses the sign-in', 'Check the account under "Check with another account".'),
  'database-rights-missing': finding(
    'Rights on the SQL Server are missing',
    'Make the installing account a sysadmin while it installs.',
  ),
  'database-unsuitable': finding('The SQL Server does not suit', 'See the message for what it lacks.'),
  'host-unreachable': finding('A host cannot be reached', 'Check the name, the network and the firewall between.'),
  'name-unsuitable': finding('The name cannot be used', 'Use the name by which other computers reach the server.'),
  'certificate-untrusted': finding(
    'The certificate of the other side is not trusted',
    'Renew it, use the name that it is issued to, or have this host trust its issuer.',
  ),
  'account-not-found': finding('The account does not exist', 'Check its name and its domain.'),
  'account-unusable': finding('The account cannot be used', 'Enable or unlock it, or choose another.'),
  'account-kind-mismatch': finding(
    'The account is of the other kind',
    'Choose a managed account where one was announced, and a regular one where not.',
  ),
  'account-shared': finding('One account serves two purposes', 'Choose a different account for each.'),
  'directory-sign-in-failed': finding(
    'The directory refuses the sign-in',
    'Check the account under "Check with another account", or the one of the configuration.',
  ),
  'local-logon-allowed': finding('The service account may log on locally', 'Deny it local logon by group policy.'),
  'principal-name-conflict': finding(
    'The service principal name is not right',
    'Register it to the service account, and to no other.',
  ),
  'mail-unsuitable': finding('The mail server does not offer what is needed', 'See the message for what it offers.'),
  'site-unsuitable': finding('The site is not as the portal needs it', 'See the message for what is amiss.'),
  'port-taken': finding('The port is taken', 'Choose another port, or free this one.'),
  'certificate-unsuitable': finding('The certificate cannot be used', 'Choose one that is valid and has its private key.'),
  'host-unsuitable': finding('This host is not ready', 'See the message for what is amiss.'),
  'package-unsuitable': finding(
    'The package is not the right one',
    'Point MIM_SETUP_PACKAGE to Service and Portal.msi of the right build.',
  ),
  'timed-out': finding('It took too long', 'See that the other side is up, and repeat the check.'),
  'check-unavailable': finding('This cannot be checked here', 'See the message for how to check it by hand.'),
  'rehearsed-failure': finding('The rehearsal was asked to fail here', 'Repeat it: the rehearsal says how many times it fails.'),
  'installer-failed': finding(
    'The installer failed',
    'See the cause and the lines of the log. Then retry, change some answers, or give up.',
  ),
  'installer-interrupted': finding('The installer was interrupted', 'See what is installed now. Then retry, or give up.'),
} as const satisfies Record<string, ProblemKind>;

/** The stable name of a problem. */
export type ProblemCode = keyof typeof problems;

/** All codes, in the order of the table. */
export const problemCodes = Object.keys(problems) as [ProblemCode, ...ProblemCode[]];

/** What all problems with the same code have in common. */
export interface ProblemKind {
  /** The HTTP status of the reply; null for what is no reply, but stands in a view. */
  readonly status: number | null;
  readonly title: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** A failure that the user can act on. Anything else that a service throws is a bug, and goes to the log whole. */
export class Problem extends Error {
  readonly code: ProblemCode;

  constructor(code: ProblemCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Problem';
    this.code = code;
  }
}

function about(status: number, title: string, remedy: string): ProblemKind {
  return { status, title, remedy };
}

function finding(title: string, remedy: string): ProblemKind {
  return { status: null, title, remedy };
}
