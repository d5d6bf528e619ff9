import { describeCheck, describeView } from '../describeView.ts';
import type { Subcommand } from '../subcommand.ts';
import { onInstallation } from '../withInstallation.ts';

/** `show <id>` */
export const show: Subcommand = {
  name: 'show',
  summary: 'Show where an installation is, and what it waits for.',
  details:
    'Shows where an installation is, what stands against it, and what to do next. With --json it is the view of the REST API.',
  declare(command, perform) {
    onInstallation(command, perform, async ({ api, again, id }, { out }) => {
      const view = await api.view(id);
      out.json(view);
      for (const line of describeView(view, again)) out.line(line);
      const passed = view.checks.filter(({ status }) => status === 'passed');
      if (passed.length > 0) out.line('\nPassed:');
      for (const check of passed) out.line(describeCheck(check));
      return 'done';
    });
  },
};
