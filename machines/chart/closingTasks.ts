import type { Answers } from '../pages/screens.ts';
import type { InstallOutcome } from '../ports/installer.ts';
import { usesApplicationContext } from '../vocabulary/facts.ts';

/** What became of a closing task. */
export interface TaskOutcome {
  readonly outcome: 'done' | 'skipped' | 'failed';
  readonly reason?: string;
}

interface Situation {
  readonly answers: Answers;
  readonly outcome: InstallOutcome | null;
}

interface Task {
  readonly title: string;
  detail(situation: Situation): string;
  appliesTo(situation: Situation): boolean;
}

/** The closing tasks (guide, Post-installation tasks), in order. */
export const tasks = {
  restart: {
    title: 'Restart the server',
    detail: () => 'The installer asks for a restart. This installation is taken up here when the service runs again.',
    appliesTo: ({ outcome }) => outcome?.restartNeeded ?? false,
  },
  serviceRuns: {
    title: 'See that the MIM Service runs',
    detail: () => 'See that the service FIMService is running, and that its port 5725 answers.',
    appliesTo: installs('service'),
  },
  portalAnswers: {
    title: 'Open the MIM Portal',
    detail: ({ answers }) => `Open ${portalUrl(answers)} as the user who ran the installation. The first visit can take a while.`,
    appliesTo: installs('portal'),
  },
  intranetZone: {
    title: 'Add the portal to the Local intranet zone',
    detail: ({ answers }) => `Add ${portalUrl(answers)} to the Local intranet zone of the browsers that use it.`,
    appliesTo: installs('portal'),
  },
  compatibilityView: {
    title: 'Turn Compatibility View off for intranet sites',
    detail: () => 'Turn the setting "Display intranet sites in Compatibility View" off.',
    appliesTo: installs('portal'),
  },
  managementPolicyRule: {
    title: 'Let users who are no administrators in',
    detail: () => 'Enable the management policy rule "User management: Users can read attributes of their own".',
    appliesTo: installs('portal'),
  },
  mailServerConnection: {
    title: 'See that the MIM Service connects to the mail server as chosen',
    detail: () =>
      'The command left some choices of the mail server page out, and the installer took its own defaults. Run the installer in Change mode and compare the page Configure mail server connection with the plan.',
    appliesTo: leavesOut('mailServer.'),
  },
  mailboxSettings: {
    title: 'Enter the mailbox application in the MIM Service',
    detail: ({ answers }) =>
      `The command left the mailbox application out. Run the installer in Change mode, and enter on the page Configure Office 365 mailbox the application ID ${answers.mailboxApplication?.applicationId ?? ''}, the tenant ID ${answers.mailboxApplication?.tenantId ?? ''}, and the client secret. Where it was registered here, the secret is handed out once, and destroyed when the installation is finished.`,
    appliesTo: leavesOut('mailboxApplication.'),
  },
  exchangeWebServices: {
    title: 'Allow the application Exchange Web Services',
    detail: () =>
      'Exchange Online blocks Exchange Web Services unless the application is on the allow list of the organization. Run the script as an Exchange Online administrator. It may take a day to take effect. If this has been done already, for instance while the application was being registered, just confirm it here.',
    appliesTo: opensMailboxByApplication,
  },
  applicationAccess: {
    title: 'Restrict the application to the mailbox',
    detail: () =>
      'The permission full_access_as_app opens every mailbox of the organization. Run the script as an Exchange Online administrator; or open the mailbox by a role of Exchange Online instead, by the script that the plan has for it. If this has been done already, for instance while the application was being registered, just confirm it here.',
    appliesTo: opensMailboxByApplication,
  },
  addIns: {
    title: 'Install add-ins, extensions and language packs (optional)',
    detail: () => 'Skip this where nobody needs them.',
    appliesTo: () => true,
  },
} as const satisfies Record<string, Task>;

/** The id of a closing task. */
export type TaskId = keyof typeof tasks;

/** The tasks that this installation leaves, in order. */
export function tasksOf(situation: Situation): TaskId[] {
  return (Object.keys(tasks) as TaskId[]).filter((id) => (tasks[id] as Task).appliesTo(situation));
}

/** Whether there is such a task. */
export function isTaskId(id: string): id is TaskId {
  return Object.hasOwn(tasks, id);
}

/** Where the portal answers once it is installed. */
export function portalUrl({ sharePointSite }: Answers): string {
  return `${sharePointSite?.url.replace(/\/+$/, '') ?? 'http://localhost'}/identitymanagement`;
}

/** Whether answers of this page were left out of the command. An outcome of the first release does not say. */
function leavesOut(page: 'mailServer.' | 'mailboxApplication.') {
  return ({ outcome }: Situation) => outcome?.leftOut?.some((name) => name.startsWith(page)) ?? false;
}

/** Whether an application opens the mailbox; not so for the first release, whose outcomes do not say what was left out. */
function opensMailboxByApplication({ answers, outcome }: Situation): boolean {
  return outcome?.leftOut !== undefined && usesApplicationContext(answers);
}

function installs(feature: 'service' | 'portal') {
  return ({ answers }: Situation) => answers.components?.features.includes(feature) ?? false;
}
