import { portalUrl, type TaskId, tasks, tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import { exchangeSteps } from '../../machines/plan/exchangeSteps.ts';
import { taskScripts } from '../../machines/scripts/taskScripts.ts';
import { type Planning, planScript } from '../plan/forms.ts';

/** Something left to the user: a closing task, or a step of the registration that has to be taken elsewhere. */
export interface TaskView {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly script?: string;
  readonly state: 'open' | 'done' | 'skipped' | 'failed';
  readonly reason?: string;
}

/**
 * What is left to the user on this screen, in order; nothing, where a screen leaves nothing.
 *
 * @param planning what configuration adds to the plan, whose script is handed out where the installer runs elsewhere.
 */
export function taskViews(context: WizardContext, screen: ScreenId, planning: Planning = { settlements: {} }): TaskView[] {
  if (screen === 'ready' && context.runsElsewhere) return [runTask(context, planning)];
  if (screen === 'mailboxApplicationConsent') return [consentTask(context)];
  if (screen === 'mailboxApplicationPolicy') return exchangeTasks(context);
  return screen === 'postInstallation' || screen === 'finished' ? closingTasks(context) : [];
}

/** The installer can't run on this host: its script is handed out, and what came of it reported. */
function runTask(context: WizardContext, planning: Planning): TaskView {
  return {
    id: 'run-installer',
    title: 'Run the installer on the server',
    detail: `This service cannot run the installer here. Run the script on the server, elevated; then report its exit code and its log: POST /api/v1/installations/${context.id}/report?exitCode=CODE with the log as the body, or mim-setup report.`,
    script: planScript('ps1', { context, screen: 'ready' }, planning),
    state: 'open',
  };
}

function closingTasks(context: WizardContext): TaskView[] {
  const scripts = scriptsOf(context);
  return tasksOf(context).map((id) => {
    const { outcome, reason } = context.tasks[id] ?? {};
    const script = scripts[id];
    return {
      id,
      title: tasks[id].title,
      detail: tasks[id].detail(context),
      ...(script !== undefined && { script }),
      state: outcome ?? 'open',
      ...(reason !== undefined && { reason }),
    };
  });
}

/** A service on this server is asked there, whatever name others reach it by; one on another server by its address. */
function serviceElsewhere({ components, serviceAddress }: WizardContext['answers']): string | undefined {
  return components?.features.includes('service') ? undefined : serviceAddress?.host;
}

/** A setting on a host has a script, which looks first and can be run again. */
function scriptsOf(context: WizardContext): { readonly [Id in TaskId]?: string } {
  const { answers } = context;
  const { allowList, policy } = exchangeSteps(context);
  return {
    ...(answers.sharePointSite && taskScripts({ portalUrl: portalUrl(answers), serviceHost: serviceElsewhere(answers) })),
    exchangeWebServices: allowList.script,
    applicationAccess: policy.script,
  };
}

function consentTask({ registration }: WizardContext): TaskView {
  return {
    id: 'grant-consent',
    title: 'Grant admin consent',
    detail: `As a Global Administrator, open ${registration?.consentUrl ?? ''} and accept. If the page shows an error, wait a minute and open it again.`,
    state: 'open',
  };
}

/** What restricts the application, in either form, and what lets it use Exchange Web Services at all. */
function exchangeTasks(context: WizardContext): TaskView[] {
  const { allowList, policy, role } = exchangeSteps(context);
  const expires = `The client secret expires on ${context.registration?.expiresAt?.slice(0, 10) ?? 'an unknown date'}: replace it before.`;
  return [
    { id: 'restrict-access', ...policy, detail: `${policy.detail} ${expires}`, state: 'open' },
    { id: 'restrict-access-by-role', ...role, state: 'open' },
    { id: 'allow-exchange-web-services', ...allowList, state: 'open' },
  ];
}
