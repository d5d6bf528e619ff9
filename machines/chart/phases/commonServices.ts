import { wizard } from '../setup.ts';
import { confirmation } from '../states/confirmation.ts';
import { errorBox } from '../states/errorBox.ts';
import { page } from '../states/page.ts';
import { registering } from '../states/registration.ts';
import { warning } from '../states/warning.ts';

/** Guide, Common deployment steps, 7 to 9, and options A to I up to the certificate. */
export const commonServices = wizard.createStateConfig({
  initial: 'database',
  states: {
    database: page('database', { showsIf: 'installsService', next: 'databaseBackupWarning' }),
    databaseBackupWarning: warning('databaseBackupWarning', { showsIf: 'reusesDatabase', next: 'mailServer' }),
    mailServer: page('mailServer', {
      showsIf: 'installsService',
      accepts: { guard: 'isSupportedMailOption', otherwise: 'incompatibleMailAuthentication', note: 'noteIncompatibleMail' },
      next: 'reportingServer',
    }),
    incompatibleMailAuthentication: errorBox('incompatibleMailAuthentication', { returnsTo: 'mailServer' }),
    reportingServer: page('reportingServer', { showsIf: 'installsReporting', next: 'mailboxApplication' }),
    mailboxApplication: page('mailboxApplication', {
      showsIf: 'usesApplicationContext',
      next: 'certificate',
      errorBoxes: {
        'application-validation-failed': 'applicationValidationFailed',
        'mailbox-access-failed': 'mailboxAccessFailed',
      },
      register: 'registeringMailboxApplication',
    }),
    applicationValidationFailed: errorBox('applicationValidationFailed', { returnsTo: 'mailboxApplication' }),
    mailboxAccessFailed: errorBox('mailboxAccessFailed', { returnsTo: 'mailboxApplication' }),
    registeringMailboxApplication: registering(),
    mailboxApplicationConsent: confirmation('mailboxApplicationConsent', { next: 'mailboxApplicationPolicy' }),
    mailboxApplicationPolicy: confirmation('mailboxApplicationPolicy', { next: 'mailboxApplication' }),
    certificate: page('certificate', { showsIf: 'installsService', next: 'serviceAccount' }),
  },
});
