import { factsOf, type Given, usesApplicationContext } from '../vocabulary/facts.ts';
import type { Feature } from '../vocabulary/features.ts';

/** The questions at which the way branches. Each name reads as a yes/no question about what is known so far. */
export const branches = {
  installsService: ({ context }: Known) => installs(context, 'service'),
  installsReporting: ({ context }: Known) => installs(context, 'reporting'),
  installsPortal: ({ context }: Known) => installs(context, 'portal'),
  installsServiceOrPortal: ({ context }: Known) => installs(context, 'service') || installs(context, 'portal'),
  installsRegistrationPortal: ({ context }: Known) => installs(context, 'registrationPortal'),
  installsResetPortal: ({ context }: Known) => installs(context, 'resetPortal'),
  reusesDatabase: ({ context }: Known) => context.answers.database?.whenExists === 'reuse',
  choosesUnsupportedMailOption: ({ context }: Known) => factsOf(context.answers).option === null,
  usesApplicationContext: ({ context }: Known) => usesApplicationContext(context.answers),
  allowsLocalLogon: ({ context }: Known) => context.checks.some(mayFindLocalLogon) || isManaged(context.answers),
};

/** The name of a question, as a line of the flow says it. */
export type BranchName = keyof typeof branches;

/**
 * The pages whose answers decide by themselves which others show, in their order. The service account's do not: what
 * `allowsLocalLogon` asks, a check has to find out.
 */
export const decidingPages = ['components', 'database', 'mailServer'] as const;

/** Whether a screen shows that hangs on this question; one that hangs on none always does. */
export function shows(question: BranchName | undefined, known: Known): boolean {
  return question === undefined || branches[question](known);
}

/** What the questions are about: of all that the wizard knows, no more than this. */
interface Known {
  readonly context: { readonly answers: Answers; readonly checks: readonly Finding[] };
}

type Answers = Given & { readonly database?: { readonly whenExists: 'create' | 'reuse' } | undefined };

interface Finding {
  readonly id: string;
  readonly status: string;
}

function installs({ answers }: Known['context'], feature: Feature): boolean {
  return answers.components?.features.includes(feature) ?? false;
}

/**
 * The installer finds local logon out by LogonUser, which does not work for managed accounts: it always warns of them (Microsoft Learn,
 * "Convert Microsoft Identity Manager-specific services to use group Managed Service Accounts").
 */
function isManaged({ serviceAccount }: Answers): boolean {
  return serviceAccount?.name.endsWith('$') ?? false;
}

/** Where the check could not look, it may be so as well. */
function mayFindLocalLogon({ id, status }: Finding): boolean {
  return id === 'service-account-local-logon' && ['warning', 'failed', 'skipped'].includes(status);
}
