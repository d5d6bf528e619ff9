import { stringify } from 'yaml';
import { exportAnswers } from '../answers/exportAnswers.ts';
import type { LoadedInstallation } from '../host/loadedInstallation.ts';
import { screenOf } from '../host/transition.ts';
import { planScript, planView } from '../plan/forms.ts';
import { closingReport } from '../report/closingReport.ts';
import { reportAsMarkdown } from '../report/markdown.ts';
import { toAuditTrail } from '../view/auditTrail.ts';
import { checksOf } from '../view/checks.ts';
import { historyOf } from '../view/history.ts';
import type { Making } from './making.ts';
import { versionsOf } from './versions.ts';

/** One file of a collection. */
interface Part {
  readonly name: string;
  /** What it holds, for the list in `README.txt`. */
  readonly about: string;
  make(): string | Promise<string>;
}

/** The files that are made of what is kept, the installer's logs left out. Each is made by itself, and may fail by itself. */
export function partsOf(making: Making): Part[] {
  const { installations, about, loaded, saved, now } = making;
  return [
    {
      name: 'versions.json',
      about: 'The versions of mim-setup, of its chart and its storage, of Node, and of the systems',
      make: async () => json(await versionsOf(making)),
    },
    {
      name: 'configuration.yaml',
      about: 'The configuration of the service that has made this archive; a secret is shown only as set',
      make: () => stringify(about.configuration),
    },
    {
      name: 'journal.json',
      about: 'Every step: when it was taken, by whom, and where it led',
      make: async () => json(historyOf(await installations.history(saved.id))),
    },
    {
      name: 'audit.json',
      about: 'The same, signed; “mim-setup verify” tells whether it was changed',
      make: async () => {
        const { signingKey: key } = installations.secrets;
        return json(await toAuditTrail(saved.id, await installations.sealedJournal(saved.id), { key, now }));
      },
    },
    ...(loaded ? ofState(making, loaded) : []),
  ];
}

/** Those that need the state of the installation. */
function ofState({ installations, views, planning, wording }: Making, loaded: LoadedInstallation): Part[] {
  const { row, snapshot } = loaded;
  const { context } = snapshot;
  const planned = { context, screen: screenOf(snapshot) };
  return [
    {
      name: 'installation.json',
      about: 'Where it is: its page, problems, tasks, and what the installer came to',
      make: async () => json(await views.now(loaded)),
    },
    {
      name: 'answers.yaml',
      about: 'The answers; a placeholder stands for each secret',
      make: () => stringify(exportAnswers(context)),
    },
    {
      name: 'checks.json',
      about: 'Every check with its last result, and who overrode it',
      make: async () => {
        const { checks } = await installations.progressOf(row.id);
        return json(checksOf(context, checks, snapshot.hasTag('checking')));
      },
    },
    ...(context.answers.components
      ? [
          { name: 'plan.json', about: 'What the answers amount to', make: () => json(planView(planned, planning)) },
          { name: 'plan.ps1', about: 'The same as a script', make: () => planScript('ps1', planned, planning) },
        ]
      : []),
    {
      name: 'report.md',
      about: 'What was installed, and how',
      make: async () => reportAsMarkdown(closingReport(loaded, await installations.journal(row.id), planning), wording),
    },
  ];
}

function json(content: unknown): string {
  return `${JSON.stringify(content, null, 2)}\n`;
}
