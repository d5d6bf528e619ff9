import type { OpenedAnswers } from '../../machines/pages/screens.ts';
import type { Facts } from '../../machines/vocabulary/facts.ts';
import { mailHost } from '../../machines/vocabulary/mailHost.ts';

/** Where a cloud is: base addresses, without a slash at the end. */
export interface Cloud {
  /** The directory, where users and applications sign in. */
  readonly login: string;
  /** Microsoft Graph. */
  readonly graph: string;
  /** Exchange Online; its web services are below `/EWS`. */
  readonly mail: string;
  /** Where a browser ends up after an administrator has consented. */
  readonly portal: string;
}

/**
 * Microsoft's clouds. The page `cloud` offers three of them; GCC High has a mail service, a directory and a Graph of its own
 * and is reached by the mail page ("Office 365 Government GCC High and DoD"). Source: Microsoft's lists of national cloud
 * endpoints for Entra ID, Graph and Office 365.
 */
export const clouds = {
  global: {
    login: 'https://login.microsoftonline.com',
    graph: 'https://graph.microsoft.com',
    mail: 'https://outlook.office365.com',
    portal: 'https://admin.microsoft.com',
  },
  china: {
    login: 'https://login.partner.microsoftonline.cn',
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    mail: 'https://partner.outlook.cn',
    portal: 'https://portal.partner.microsoftonline.cn',
  },
  governmentGccHigh: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://graph.microsoft.us',
    mail: 'https://outlook.office365.us',
    portal: 'https://portal.office365.us',
  },
  governmentDod: {
    login: 'https://login.microsoftonline.us',
    graph: 'https://dod-graph.microsoft.us',
    mail: 'https://outlook-dod.office365.us',
    portal: 'https://portal.apps.mil',
  },
} as const satisfies Record<string, Cloud>;

/** Names of Microsoft's clouds. */
export type CloudName = keyof typeof clouds;
/** Addresses to use in place of a cloud's own, such as those of a relay. */
export type CloudOverrides = { readonly [Name in CloudName]?: Partial<Cloud> | undefined };

/** A cloud as it is used: its addresses, maybe overridden, and the names that tokens are asked for, never overridden. */
export interface CloudInUse extends Cloud {
  readonly name: CloudName;
  /** A token is for the real service, even where a stand-in or a relay answers for it. */
  readonly audience: { readonly graph: string; readonly mail: string };
}

/** A cloud with what is overridden of it. */
export function cloudInUse(name: CloudName, overrides: CloudOverrides): CloudInUse {
  const { graph, mail } = clouds[name];
  return { ...clouds[name], ...overrides[name], name, audience: { graph, mail } };
}

/** The cloud that the administrator signs in to: the answer of the page `cloud`. */
export function signInCloud({ cloud }: OpenedAnswers): Facts['cloud'] {
  return cloud?.cloud ?? 'global';
}

/** The cloud of the mailbox: that of the chosen mail service, which may be another one than the sign-in's. */
export function mailCloud(answers: OpenedAnswers): CloudName {
  const { mailServer } = answers;
  const host = mailServer && mailHost(mailServer.type, undefined, mailServer.governmentCloud, signInCloud(answers));
  return cloudNames.find((name) => clouds[name].mail === `https://${host}`) ?? signInCloud(answers);
}

/** Whether two clouds have the same tenants, as the government's have. */
export function sharesDirectory(one: CloudName, other: CloudName): boolean {
  return clouds[one].login === clouds[other].login;
}

const cloudNames = Object.keys(clouds) as CloudName[];
