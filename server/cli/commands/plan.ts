import { existsSync } from 'node:fs';
import { Option } from 'commander';
import { readConfiguration } from '../../configuration/readConfiguration.ts';
import type { PlanView } from '../../plan/forms.ts';
import { describePlan } from '../describePlan.ts';
import type { Ending } from '../exitCodes.ts';
import { dryRunPlan } from '../file/dryRunPlan.ts';
import type { Subcommand } from '../subcommand.ts';
import { withInstallation } from '../withInstallation.ts';

/** `plan <answers>` */
export const plan: Subcommand = {
  name: 'plan',
  summary: 'Print what an installation will do.',
  details:
    'Prints the plan: the features, each property with where it comes from and how surely it is known, and what is left to be done elsewhere. Of a file of answers it is made here, as if every check passed, by the configuration here; of an installation it is asked from the service. It holds no secret.',
  declare(command, perform) {
    command
      .argument('<answers>', 'A file of answers, or the id of an installation.')
      .addOption(new Option('--format <format>', 'As data, as a batch file, or for PowerShell.').choices(['json', 'cmd', 'ps1']))
      .action((what: string, { format }: { format?: 'json' | 'cmd' | 'ps1' }) =>
        perform(async (invocation) => {
          const { settings, surroundings, out } = invocation;
          const form = format ?? 'json';
          const inWords = format === undefined && !out.isJson;
          const print = (text: string): Ending => {
            if (!inWords) out.raw(text);
            else for (const line of describePlan(JSON.parse(text) as PlanView, surroundings.called)) out.line(line);
            return 'done';
          };
          if (isId(what) && !existsSync(what)) {
            return withInstallation(what, invocation, async ({ api, id }) => print(await api.plan(id, form)));
          }
          const { url: _, json: __, ...flags } = settings;
          const { properties: settlements, package: path } = readConfiguration(surroundings.environment, flags);
          const text = dryRunPlan(what, form, { settlements, package: path }, out);
          return text === undefined ? 'stopped' : print(text);
        }),
      );
  },
};

/** Or the beginning of one, of four digits or more. */
function isId(text: string): boolean {
  return /^[0-9a-f]{4}[0-9a-f-]{0,32}$/i.test(text);
}
