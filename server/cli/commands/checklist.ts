import { Option } from 'commander';
import { type Team, teamNames } from '../../../machines/pages/teams.ts';
import { translatorTo } from '../../language/languages.ts';
import { translateReply } from '../../language/translateReply.ts';
import { checklist as sheets } from '../../view/checklist.ts';
import { checklistMarkdown } from '../../view/checklistMarkdown.ts';
import { type InLanguage, languageOption } from '../languageOption.ts';
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
      .addOption(languageOption())
      .action(({ team, lang }: { team?: Team } & InLanguage) =>
        perform(async ({ out }) => {
          const items = sheets().filter((sheet) => team === undefined || sheet.team === team);
          const translator = await translatorTo(lang);
          if (out.isJson) out.json({ items: translator ? translateReply(items, translator) : items });
          else out.raw(checklistMarkdown(items, translator));
          return 'done';
        }),
      );
  },
};
