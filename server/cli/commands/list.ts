import { toTheMinute } from '../../view/times.ts';
import type { Listed } from '../api.ts';
import { columns } from '../columns.ts';
import { withService } from '../connection.ts';
import type { Subcommand } from '../subcommand.ts';

/** `list` */
export const list: Subcommand = {
  name: 'list',
  summary: 'List the installations, newest first.',
  details: 'Lists the installations, newest first.',
  declare(command, perform) {
    command
      .option('--status <status>', 'Only those of this status, such as ready or failed.')
      .option('--limit <number>', 'How many, at most 200.', '50')
      .action((query: { status?: string; limit: string }) =>
        perform(({ settings, surroundings, out }) =>
          withService(
            settings,
            surroundings,
            async ({ api, again }) => {
              const found = await api.list({ ...query });
              out.json(found);
              if (found.items.length === 0) out.line(`There are none yet. Begin one with: ${again('wizard')}`);
              else for (const line of table(found.items)) out.line(line);
              if (found.next !== undefined) out.remark('There are more: raise --limit.');
              return 'done';
            },
            { takesUp: false },
          ),
        ),
      );
  },
};

/** A line each, with the runner where there is one for any. */
function table(items: readonly Listed[]): string[] {
  const hasRunners = items.some(({ runner }) => runner);
  return columns(
    ['id', 'mode', 'status', 'page', 'option', 'changed', ...(hasRunners ? ['runner'] : []), 'name'],
    items.map(({ id, mode, status, page, option, updatedAt, runner, name }) => [
      id,
      mode,
      status,
      page,
      option ?? '',
      toTheMinute(updatedAt),
      ...(hasRunners ? [runner ?? ''] : []),
      name ?? '',
    ]),
  );
}
