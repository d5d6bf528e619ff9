import { InvalidArgumentError, Option } from 'commander';
import { describeView } from '../describeView.ts';
import { type InLanguage, languageOption } from '../languageOption.ts';
import { openLog } from '../openLog.ts';
import type { Subcommand } from '../subcommand.ts';
import { Misuse } from '../surroundings.ts';
import { onInstallation } from '../withInstallation.ts';

interface Options extends InLanguage {
  readonly exitCode?: number;
  readonly log?: string;
  readonly installed?: true;
  readonly format: string;
}

/** `report <id>` */
export const report: Subcommand = {
  name: 'report',
  summary: 'Print what was installed, or report an installer that ran elsewhere.',
  details:
    'Without --exit-code it prints what was installed, and how. With --exit-code it tells the service how an installer ended that ran on another server by the script of the plan.',
  declare(command, perform) {
    command
      .option('--exit-code <code>', 'The exit code of the installer, such as 0, 1603 or 3010.', toExitCode)
      .option('--log <file>', 'Its log, at most 64 MiB.')
      .option('--installed', 'The product is installed now: say so where the log cannot tell.')
      .addOption(new Option('--format <format>', 'The form of what is printed.').choices(['md', 'html']).default('md'))
      .addOption(languageOption());
    onInstallation<Options>(command, perform, async ({ api, again, id }, { out }, { exitCode, log, installed, format, lang }) => {
      if (exitCode === undefined) {
        if (log !== undefined) throw new Misuse('A log is reported together with --exit-code.');
        const text = await api.closingReport(id, format, lang);
        out.json({ format, text });
        out.line(text.trimEnd());
        return 'done';
      }
      const view = await api.report(id, exitCode, log === undefined ? undefined : await openLog(log), { installed });
      out.json(view);
      for (const line of describeView(view, again)) out.line(line);
      return view.status === 'failed' ? 'installerFailed' : 'done';
    });
  },
};

function toExitCode(text: string): number {
  if (!/^-?\d{1,10}$/.test(text)) throw new InvalidArgumentError('It is a whole number.');
  return Number(text);
}
