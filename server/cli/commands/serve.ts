import { once } from 'node:events';
import { serviceOptions } from '../commonOptions.ts';
import type { Subcommand } from '../subcommand.ts';

/** `serve` */
export const serve: Subcommand = {
  name: 'serve',
  summary: 'Run the service, for browsers and other front ends.',
  details: 'Runs the service until Ctrl-C. It prints its address when it is ready.',
  declare(command, perform) {
    for (const option of serviceOptions()) command.addOption(option);
    command.option('--inspect', "Mirror every step in Stately's inspection format, on loopback.");
    command.action((flags: object) =>
      perform(async ({ settings: { url: _, json: __, ...common }, surroundings: { environment, leave, called }, out }) => {
        const { serve: start } = await import('../../service/serve.ts');
        const serving = await start(environment, { ...common, ...flags }, called);
        out.json({ url: serving.url });
        out.line(serving.greeting.trimEnd());
        if (!leave.aborted) await once(leave, 'abort');
        await serving.close();
        return 'done';
      }),
    );
  },
};
