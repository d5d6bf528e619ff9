import { z } from 'zod';
import { ewsRetirementNote } from '../vocabulary/ewsRetirement.ts';
import { whenFacts } from './appliesWhen.ts';
import { definePage } from './definePage.ts';
import { defineConfirmation, defineErrorBox } from './defineScreen.ts';
import { guid, secret } from './fieldKinds.ts';

/** The application that opens the mailbox, entered or registered (guide, Options C and H, 3). */
export const mailboxApplicationScreens = {
  mailboxApplication: definePage({
    title: 'Configure Common Services',
    subtitle: 'Configure Office 365 mailbox',
    step: 'Options C and H, 3',
    guidance:
      "Enter the application that may open the MIM Service's mailbox, or have it registered now. It is known by its ID and its tenant, and signs in with a secret.",
    team: 'entra',
    fields: z.strictObject({
      applicationId: guid().meta({ title: 'Application ID', examples: ['48b15b07-ae4a-ae4a-ae4a-8850556d6b76'] }),
      tenantId: guid().meta({ title: 'Tenant ID', examples: ['e4405d02-8c0a-8c0a-8c0a-45239eb45a9f'] }),
      clientSecret: secret().meta({ title: 'Client Secret' }),
    }),
    notes: [
      { code: 'exchange-web-services-end', message: ewsRetirementNote, ...whenFacts(() => true) },
      {
        code: 'application-context-minimum-build',
        message: 'Application Context Authentication needs build 4.6.421.0 or later of the installer.',
        ...whenFacts(() => true),
      },
      {
        code: 'client-secret-expires',
        message: 'A client secret that expires has to be replaced in the MIM Service before it does.',
        ...whenFacts(() => true),
      },
    ],
    checks: {
      'mailbox-application': { title: 'Sign-in of the application' },
      'mailbox-access': { title: 'Access of the application to the mailbox' },
    },
    properties: {
      'mailboxApplication.applicationId': {
        field: 'applicationId',
        provenance: 'unknown',
        note: unknownMailboxProperty('application ID'),
      },
      'mailboxApplication.tenantId': { field: 'tenantId', provenance: 'unknown', note: unknownMailboxProperty('tenant ID') },
      'mailboxApplication.clientSecret': {
        field: 'clientSecret',
        provenance: 'unknown',
        note: unknownMailboxProperty('client secret'),
        value: ({ clientSecret }) => clientSecret,
      },
    },
  }),

  applicationValidationFailed: defineErrorBox({
    title: 'Failed to access Office 365 mailbox',
    step: 'Options C and H, 3',
    guidance:
      'Please check authentication information provided. The directory knows no such tenant or application. Its own words are below.',
  }),

  mailboxAccessFailed: defineErrorBox({
    title: 'Failed to access Office 365 mailbox',
    step: 'Options C and H, 3',
    guidance:
      'Please check authentication information provided. The secret is refused, the permission is missing, or the mailbox does not open. The words of the directory or the mail service are below.',
  }),

  mailboxApplicationConsent: defineConfirmation({
    title: 'Grant admin consent',
    step: 'Preparing for Office 365 Application context authentication',
    guidance:
      'The application is registered, and the account that registered it may not consent for the organization. Have a Global Administrator open the link and accept, then go on.',
  }),

  mailboxApplicationPolicy: defineConfirmation({
    title: 'Restrict the application to the mailbox',
    step: 'Preparing for Office 365 Application context authentication',
    guidance:
      'The application may open every mailbox of the organization until an access policy or a role restricts it, and none until Exchange Web Services are allowed to it. As an Exchange Online administrator, run the script of the policy or that of the role, and that of the allow list; then go on.',
  }),
};

function unknownMailboxProperty(what: string): string {
  return `The property that carries the ${what} is not publicly known. Reading the package shows it; the value can also be set afterwards by the installer's Change mode.`;
}
