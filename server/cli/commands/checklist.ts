import { Option } from 'commander';
import { type Team, teamNames } from '../../../machines/pages/teams.ts';
import { checklist as sheets } from '../../view/checklist.ts';
import { checklistMarkdown } from '../../view/checklistMarkdown.ts';
import type { Subcommand } from '../subcommand.ts';

/** `checklist` */
export const checklist: Subcommand = {
  name: 'checklist',
  summary: 'Print what to have at hand, by the team that is asked for it.',
  details:
    'Prints every answer that the pages can ask for, by the team of a company that knows it, and what the wizard will check of it: as Markdown, a sheet for each team.',
  declare(command, perform) {
    command
      .addOption(new Option('--team <team>', 'Only the sheet of this team.').choices(teamNames))
      .action(({ team }: { team?: Team }) =>
        perform(async ({ out }) => {
          const items = sheets().filter((sheet) => team === undefined || sheet.team === team);
          if (out.isJson) out.json({ items });
          else out.raw(checklistMarkdown(items));
          return 'done';
        }),
      );
  },
};
