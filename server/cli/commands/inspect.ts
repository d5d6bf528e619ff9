import { describePackage, packageAsJson } from '../../../services/package/describePackage.ts';
import { readPackage } from '../../../services/package/readPackage.ts';
import type { Subcommand } from '../subcommand.ts';

/** `inspect <msi>` */
export const inspect: Subcommand = {
  name: 'inspect',
  summary: 'Read what an installer package says of itself.',
  details:
    'Reads a Windows Installer package on any platform: its version, its features, and the public properties that its dialogs set. It shows the names of the properties that are not publicly known.',
  declare(command, perform) {
    command.argument('<package>', 'The path of Service and Portal.msi.').action((path: string) =>
      perform(async ({ surroundings: { leave }, out }) => {
        const info = await readPackage(path, { signal: leave });
        out.raw(out.isJson ? packageAsJson(info) : describePackage(info));
        return 'done';
      }),
    );
  },
};
