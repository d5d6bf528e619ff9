import type { WizardContext } from '../chart/context.ts';
import type { ScreenId } from '../pages/screens.ts';
import { nationalClouds } from '../scripts/nationalClouds.ts';
import { vendorScript } from '../scripts/vendorScript.ts';
import { accessOf, exchangeSteps } from './exchangeSteps.ts';

/** One of several ways to what a page asks for. */
export interface Way {
  readonly code: 'register' | 'vendorScript' | 'byHand';
  readonly title: string;
  /** The roles that whoever goes this way needs, said before they begin. */
  readonly roles: readonly string[];
  /** What to do, in order. */
  readonly steps: readonly string[];
  /** What the steps name, filled in as far as is known; what is open stands in angle brackets. */
  readonly scripts: readonly { readonly title: string; readonly script: string }[];
}

/**
 * The ways to a mailbox application (guide, Preparing for Office 365 Application context authentication), each complete: have it
 * registered by this software, by Microsoft's script, or by hand. Other pages have none.
 */
export function waysOf(context: Pick<WizardContext, 'answers' | 'proposals' | 'registration'>, screen: ScreenId): Way[] {
  if (screen !== 'mailboxApplication') return [];
  const known = { registration: context.registration, answers: { ...context.proposals, ...context.answers } };
  const { mailbox, mailHost = '' } = accessOf(known);
  const { allowList, policy, role } = exchangeSteps(known);
  const national = nationalClouds[mailHost];
  return [
    {
      code: 'register',
      title: 'Have it registered now',
      roles: [entraRole, exchangeRole],
      steps: [
        'The account that signed in on the sign-in page registers the application. If it may not consent for the organization, a screen follows with a link for a Global Administrator.',
        'Enter the mailbox, the mail-enabled group that is to hold it, and in how many months the client secret expires; then have the application registered. It is given full_access_as_app of Office 365 Exchange Online, and nothing else.',
        'As an Exchange administrator, run the scripts on the screen that follows: that of the access policy or that of the role, and that of the allow list of Exchange Web Services.',
        'Back on this page the three fields are filled in. Nobody needs to see the client secret; if it has to be entered elsewhere, it can be handed out once.',
      ],
      scripts: [],
    },
    {
      code: 'vendorScript',
      title: "Register it by Microsoft's script, Create-MIMMailboxApp.ps1",
      roles: [entraRole, exchangeRole],
      steps: [
        'Find Create-MIMMailboxApp.ps1 among the files that come with the installer: in Scripts.zip, folder Scripts\\Service and Portal; or in Service and Portal.zip, folder Service and Portal\\Program Files\\Microsoft Forefront Identity Manager\\2010\\Service\\Scripts.',
        'On a computer with a browser, open Windows PowerShell in the folder that you unpacked it to, and run the first script below, with the address of the mailbox filled in. Sign in as a Global Administrator first, then, when asked again, as an Exchange administrator.',
        ...(national
          ? [
              `In this cloud the script needs further parameters. The guide does not name them: the script below passes the name of this cloud (${[national.exchange, national.entra, national.graph].join(', ')}) to those that accept one, and lists all parameters if none does.`,
            ]
          : []),
        'It creates the application, its secret, the group MIMMailboxAccess with the mailbox in it, and the access policy. After 30 seconds it opens a browser: sign in as a Global Administrator and accept. If the browser shows an error, wait a little, and open the link that the script has printed.',
        'Copy ApplicationId, TenantId and ClientSecret from its last lines into the fields of this page: the secret is not shown again.',
        "As an Exchange administrator, run the script of the allow list below. Microsoft's script is older than the block of Exchange Web Services.",
      ],
      scripts: [
        { title: 'Run Create-MIMMailboxApp.ps1', script: vendorScript({ mailbox, mailHost }) },
        { title: allowList.title, script: allowList.script },
      ],
    },
    {
      code: 'byHand',
      title: 'Register it by hand',
      roles: [entraRole, exchangeRole],
      steps: [
        `Sign in to ${national?.portal ?? 'https://portal.azure.com'} as a Global Administrator.`,
        'Open Microsoft Entra ID. Copy the Tenant ID from its overview.',
        'Open App registrations, and choose New registration.',
        'Name it, such as MIM Service mailbox client access, and choose Register.',
        'Copy its Application (client) ID.',
        'Open API permissions. Beside User.Read, choose Remove permission, and confirm.',
        'Choose Add a permission, then APIs my organization uses, and look for Office 365 Exchange Online. Choose Application permissions, tick full_access_as_app, and choose Add permissions.',
        'The permission shows, not granted yet. Choose Grant admin consent.',
        'Open Certificates & secrets, and choose New client secret. Name it, such as MIM Service, and choose when it expires: the MIM Service needs another one before then. Copy its Value, not the Secret ID; it is not shown again.',
        'Enter Tenant ID, Application ID and the value of the secret on this page. Then, as an Exchange administrator, run the scripts below: that of the access policy or that of the role, so that the application can open this mailbox alone, and that of the allow list.',
      ],
      scripts: [policy, role, allowList].map(({ title, script }) => ({ title, script })),
    },
  ];
}

const entraRole = 'Global Administrator in Microsoft Entra, to register the application and to consent for the organization';
const exchangeRole =
  'Exchange administrator in Exchange Online, to restrict the application to the mailbox and to allow it Exchange Web Services';
