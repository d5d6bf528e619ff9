import { stringify } from 'yaml';
import { readConfiguration, redactConfiguration } from '../../configuration/readConfiguration.ts';
import { serviceOptions } from '../commonOptions.ts';
import type { Subcommand } from '../subcommand.ts';

/** `config` */
export const config: Subcommand = {
  name: 'config',
  summary: 'Print the configuration that is in force.',
  details:
    'Prints the configuration that is in force, from the configuration file, the environment and the options, in rising order. A secret is shown only as set.',
  declare(command, perform) {
    for (const option of serviceOptions()) command.addOption(option);
    command.action((flags: object) =>
      perform(async ({ settings: { url: _, json: __, ...common }, surroundings, out }) => {
        const found = redactConfiguration(readConfiguration(surroundings.environment, { ...common, ...flags }));
        out.json(found);
        out.line(stringify(found).trimEnd());
        return 'done';
      }),
    );
  },
};
