import { Argument } from 'commander';
import { bashCompletion } from '../completion/bash.ts';
import { type Completable, completablesOf } from '../completion/completable.ts';
import { fishCompletion } from '../completion/fish.ts';
import { idsFor } from '../completion/idsFor.ts';
import { powershellCompletion } from '../completion/powershell.ts';
import { zshCompletion } from '../completion/zsh.ts';
import type { Subcommand } from '../subcommand.ts';

const shells: Readonly<Record<string, (program: Completable, commands: readonly Completable[]) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
  powershell: powershellCompletion,
};

/** `completion <shell>`, and `completion ids`, which is what the scripts of the shells ask */
export const completion: Subcommand = {
  name: 'completion',
  summary: 'Print what has a shell complete commands and options.',
  details:
    'Prints a script by which a shell completes commands, options, their values, names of files and ids of installations. The ids are asked for as `mim-setup completion ids`, by the --url, --data and tokens that stand in the line or in the environment; it prints a line for each, and nothing where the service does not answer within two seconds. In bash: `source <(mim-setup completion bash)`; in zsh, after compinit: `source <(mim-setup completion zsh)`; in fish: `mim-setup completion fish | source`; in PowerShell: `mim-setup completion powershell | Out-String | Invoke-Expression`. Put that line into the file that your shell reads at its start. In a checkout it takes an alias as well: `alias mim-setup="npx mim-setup"`.',
  declare(command, perform) {
    const what = new Argument('<shell>', 'The shell; or ids, for those of the installations.');
    command.addArgument(what.choices([...Object.keys(shells), 'ids'])).action((shell: string) =>
      perform(async ({ out, ...invocation }) => {
        if (shell === 'ids') {
          for (const line of await idsFor(invocation)) out.raw(line);
          return 'done';
        }
        const { program, commands } = completablesOf(command.parent!);
        const script = shells[shell]!(program, commands);
        out.json({ shell, script });
        if (!out.isJson) out.raw(script);
        return 'done';
      }),
    );
  },
};
