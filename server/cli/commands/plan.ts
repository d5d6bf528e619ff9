import { Option } from 'commander';
import type { Plan } from '../../../machines/plan.ts';
import { withService } from '../connection.ts';
import { describePlan } from '../describePlan.ts';
import type { Subcommand } from '../subcommand.ts';

/** `plan <answers>` */
export const plan: Subcommand = {
  name: 'plan',
  summary: 'Print what an installation will do.',
  details: 'Prints what an installation will do.',
  declare(command, perform) {
    command
      .argument('<answers>', 'A file of answers, or the id of an installation.')
      .addOption(new Option('--format <format>', 'The form that is printed.').choices(['json', 'cmd', 'ps1']))
      .action((id: string, { format }: { format?: string }) =>
        perform(({ settings, surroundings, out }) =>
          withService(settings, surroundings, async ({ api }) => {
            const text = await api.plan(id, format ?? 'json');
            if (format !== undefined || out.isJson) out.raw(text);
            else for (const line of describePlan(JSON.parse(text) as Plan)) out.line(line);
            return 'done';
          }),
        ),
      );
  },
};
