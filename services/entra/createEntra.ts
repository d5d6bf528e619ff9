import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { RegisteredApplication } from '../../machines/ports/registration.ts';
import type { Services } from '../../machines/ports/services.ts';
import type { PageSubject, RegistrationSubject, Subject } from '../../machines/ports/subjects.ts';
import { checkMailboxApplication } from './checkMailboxApplication.ts';
import { checkSignIn, recheckSignIn } from './checkSignIn.ts';
import { heldAgainstTenant } from './otherGovernmentCloud.ts';
import { registerApplication } from './registerApplication.ts';
import { registerClientSecret } from './registerClientSecret.ts';
import { registerConsent } from './registerConsent.ts';
import { registerServicePrincipal } from './registerServicePrincipal.ts';
import { registrationStep, type Step } from './registrationStep.ts';
import { Sessions } from './sessions.ts';
import { type EntraSettings, entraDefaults } from './settings.ts';
import { msal } from './signIn.ts';

/** What is asked of the directory and of the mail service of Office 365. */
export interface Entra
  extends Pick<Services, 'createApplication' | 'createServicePrincipal' | 'addClientSecret' | 'grantConsent'> {
  /** The checks `sign-in` and `subscription` of the page `signIn`. With a code it lasts until the user has signed in. */
  checkSignIn(subject: PageSubject, call: Call): Promise<readonly CheckResult[]>;
  /** The same before the installation, without the user. */
  recheckSignIn(subject: Subject, call: Call): Promise<readonly CheckResult[]>;
  /** The checks `mailbox-application` and `mailbox-access`, on their page and before the installation. */
  checkMailboxApplication(subject: Subject, call: Call): Promise<readonly CheckResult[]>;
  /** What the checks of the mail server have found, held against the tenant's government cloud. */
  heldAgainstTenant(results: readonly CheckResult[], subject: Subject, call: Call): Promise<readonly CheckResult[]>;
  /** Forgets who has signed in for an installation: call it when the installation has ended or is deleted. */
  forget(installation: string): void;
}

/**
 * Asks Entra ID, Microsoft Graph and Exchange Web Services. Who has signed in is remembered in memory alone, by installation, until
 * `forget` or the end of the process.
 *
 * @param given takes the place of `entraDefaults`, setting by setting.
 */
export function createEntra(given: Partial<EntraSettings> = {}): Entra {
  const settings: EntraSettings = { ...entraDefaults, ...given };
  const sessions = new Sessions();

  const step = <T>(what: string, subject: RegistrationSubject, call: Call, make: (step: Step) => Promise<T>) =>
    registrationStep(what, subject, call, settings, sessions, make);

  return {
    checkSignIn: onceLoaded((subject, call) => checkSignIn(subject, call, settings, sessions)),
    recheckSignIn: onceLoaded((subject, call) => recheckSignIn(subject, call, settings, sessions)),
    checkMailboxApplication: onceLoaded((subject, call) => checkMailboxApplication(subject, call, settings)),

    heldAgainstTenant: (results, { answers }, { signal }) => heldAgainstTenant(results, answers, settings, signal),

    createApplication: (subject, call) =>
      step('Creating the application', subject, call, (by) => registerApplication(by, subject.installation)),
    createServicePrincipal: (subject, call) =>
      step('Creating the service principal', subject, call, async (by) =>
        registerServicePrincipal(by, await applicationOf(subject, by)),
      ),
    addClientSecret: (subject, call) =>
      step('Adding the client secret', subject, call, async (by) => {
        const { objectId } = await applicationOf(subject, by);
        return registerClientSecret(by, objectId, subject.registration.secretMonths);
      }),
    grantConsent: (subject, call) =>
      step('Granting consent', subject, call, async (by) => {
        const application = await applicationOf(subject, by);
        const servicePrincipalId =
          subject.registration.servicePrincipalId ?? (await registerServicePrincipal(by, application)).servicePrincipalId;
        return registerConsent(by, application, servicePrincipalId);
      }),

    forget: (installation) => sessions.forget(installation),
  };
}

/** Loads the library by which people sign in before a check's time begins. */
function onceLoaded<S, R>(check: (subject: S, call: Call) => Promise<R>): (subject: S, call: Call) => Promise<R> {
  return async (subject, call) => {
    await msal();
    return await check(subject, call);
  };
}

/** The application as the steps before have left it; one that is not known any more is found by its mark. */
async function applicationOf({ registration, installation }: RegistrationSubject, by: Step): Promise<RegisteredApplication> {
  return registration.application ?? registerApplication(by, installation);
}
