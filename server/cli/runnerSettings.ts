import type { Configuration } from '../configuration/configuration.ts';
import { readConfiguration } from '../configuration/readConfiguration.ts';
import type { CommonOptions } from './commonOptions.ts';
import { Misuse } from './surroundings.ts';

/** What a runner is started with. */
export interface RunnerSettings {
  /** Where its service is. */
  readonly address: string;
  readonly tokenFile: string;
  readonly config: Configuration;
}

/**
 * Reads what a runner is told. The file that `--token-file` names is its own, and no list of those who may talk to a service.
 *
 * @throws {Misuse} where its service, or its token, is not named.
 * @throws {ConfigurationError} with everything that is not valid.
 */
export function readRunnerSettings(
  environment: Readonly<Record<string, string | undefined>>,
  settings: CommonOptions,
  flags: Readonly<Record<string, unknown>>,
): RunnerSettings {
  const { url, json: _, token: __, tokenFile = environment['MIM_SETUP_TOKEN_FILE'], ...common } = settings;
  const address = url ?? environment['MIM_SETUP_URL'];
  if (!address) throw new Misuse('Say where the service is: --url https://setup.contoso.com:5780.');
  if (!tokenFile)
    throw new Misuse('Name the file with the code that mim-setup runner enroll has made: --token-file mim01.token.');
  const { MIM_SETUP_TOKEN: ___, MIM_SETUP_TOKEN_FILE: ____, ...rest } = environment;
  return { address, tokenFile, config: readConfiguration(rest, { ...common, ...flags }) };
}
