import { confirmation, errorBox, type Flow, page, registration, stage, warning } from './flowLines.ts';
import { readFlow } from './readFlow.ts';

/**
 * The whole wizard in one look: its phases, and in them every screen in the order of the guide, a line each. A line is a state
 * of the chart. A page or a warning leads to the next page, warning or stage below; with `showsIf` it is passed by where that
 * question is answered with no. An error box, a registration or a confirmation lies over its page.
 *
 * The chart, the way ahead, the numbering, the drawing and the docs are made from this. What a page asks is declared in
 * `pages/`, what the questions mean stands in `branches.ts`, and what each kind of line is in the chart, in `states/`.
 */
export const flow = {
  // Common deployment steps, 2 to 6
  prepare: {
    welcome: page(),
    licenseAgreement: page(),
    cloud: page(),
    signIn: page(),
    signInFailed: errorBox({ over: 'signIn', found: 'sign-in-failed' }),
    subscriptionNotFound: errorBox({ over: 'signIn', found: 'subscription-not-found' }),
    components: page(),
  },

  // Common deployment steps, 7 to 9, and options A to I up to the certificate
  commonServices: {
    database: page({ showsIf: 'installsService' }),
    databaseBackupWarning: warning({ showsIf: 'reusesDatabase' }),
    mailServer: page({ showsIf: 'installsService' }),
    incompatibleMailAuthentication: errorBox({
      over: 'mailServer',
      when: 'choosesUnsupportedMailOption',
      note: 'noteIncompatibleMail',
    }),
    reportingServer: page({ showsIf: 'installsReporting' }),
    mailboxApplication: page({ showsIf: 'usesApplicationContext' }),
    applicationValidationFailed: errorBox({ over: 'mailboxApplication', found: 'application-validation-failed' }),
    mailboxAccessFailed: errorBox({ over: 'mailboxApplication', found: 'mailbox-access-failed' }),
    registeringMailboxApplication: registration({
      over: 'mailboxApplication',
      consented: 'mailboxApplicationPolicy',
      otherwise: 'mailboxApplicationConsent',
    }),
    mailboxApplicationConsent: confirmation({ over: 'mailboxApplication', next: 'mailboxApplicationPolicy' }),
    mailboxApplicationPolicy: confirmation({ over: 'mailboxApplication', next: 'mailboxApplication' }),
    certificate: page({ showsIf: 'installsService' }),
  },

  // Options A to I, last step, and Continuation, 1 and 2
  accounts: {
    serviceAccount: page({ showsIf: 'installsService' }),
    accountSecurityWarning: warning({ showsIf: 'allowsLocalLogon' }),
    synchronizationServer: page({ showsIf: 'installsService' }),
  },

  // Continuation, 3 to 6
  serviceAndPortal: {
    serviceAddress: page({ showsIf: 'installsServiceOrPortal' }),
    sharePointSite: page({ showsIf: 'installsPortal' }),
    sharePointTimerWarning: warning({ showsIf: 'installsPortal' }),
    registrationPortalUrl: page({ showsIf: 'installsPortal' }),
    firewall: page({ showsIf: 'installsServiceOrPortal' }),
  },

  // Continuation, 7 to 10
  passwordPortals: {
    registrationPortal: page({ showsIf: 'installsRegistrationPortal' }),
    registrationPortalWarning: warning({ showsIf: 'installsRegistrationPortal' }),
    registrationPortalService: page({ showsIf: 'installsRegistrationPortal' }),
    resetPortal: page({ showsIf: 'installsResetPortal' }),
    resetPortalWarning: warning({ showsIf: 'installsResetPortal' }),
    resetPortalService: page({ showsIf: 'installsResetPortal' }),
  },

  // Continuation, 11: everything is checked once more, and nothing is touched before `install`
  review: {
    ready: stage({ install: 'installing' }),
  },

  // Continuation, 11, and Post-installation tasks
  installation: {
    installing: stage({ succeeded: 'postInstallation', stopped: 'cancelled', otherwise: 'failed' }),
    failed: stage({ retry: 'installing', back: 'ready', replay: 'welcome', cancel: 'cancelled' }),
    postInstallation: stage({ lastTask: 'finished' }),
  },

  finished: { finished: stage({}) },
  cancelled: { cancelled: stage({}) },
} as const satisfies Flow;

/** What follows from the flow: every screen in its order, and where each one stands. */
export const { screenIds, pageIds, phaseOf, showsIf, nextOf } = readFlow(flow);
