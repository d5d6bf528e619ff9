import { isAbsolute, join, resolve } from 'node:path';
import type { Entry, Kind } from '../../../services/autostart/autostart.ts';
import { aboutSetting, isSetting } from '../../configuration/aboutSetting.ts';
import { type Configuration, configuration } from '../../configuration/configuration.ts';
import { readConfiguration } from '../../configuration/readConfiguration.ts';
import { type CommonOptions, commonOptions, runnerOptions, serviceOptions } from '../commonOptions.ts';
import { readRunnerSettings } from '../runnerSettings.ts';
import { Misuse } from '../surroundings.ts';

/**
 * What is to be started with the computer: the service or a runner, for whom, and as what was given here and now configures it.
 */
export interface Wanted {
  readonly kind: Kind;
  readonly account: string;
  /** What starts the command line. */
  readonly program: readonly string[];
  readonly settings: CommonOptions;
  readonly flags: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

/** Settings that are paths: where the computer starts a program, others than here are the working folder's. */
const paths: readonly (keyof Configuration)[] = ['data', 'tokenFile', 'keyFile', 'package', 'tlsCert', 'tlsKey', 'logFile'];

/**
 * What the computer is to start, so that it is configured as the same command would be here and now: what the environment says stands
 * among the arguments, and every path is whole.
 *
 * @throws {ConfigurationError} with everything that is not valid.
 * @throws {Misuse} for a secret that stands in the environment or among the options: neither is there at start-up.
 */
export function entryOf({ kind, account, program, settings, flags, environment, platform }: Wanted): Entry {
  const given: Readonly<Record<string, unknown>> = { ...settings, ...flags };
  expectNoSecrets(kind, environment, given);
  const path = settings.config ?? environment['MIM_SETUP_CONFIG'];
  const { config, address } = configured(kind, environment, settings, flags);
  expectWholePaths(config, path);
  const data = resolve(config.data);
  const told = settingsOf(kind).flatMap(({ name, flag, env }) => {
    const value = config[name];
    if (paths.includes(name) && typeof value === 'string') return [flag, resolve(value)];
    // Those of the file are read from it again.
    return given[name] !== undefined || environment[env] ? [flag, asText(value)] : [];
  });
  // There is no console that its log could come up on.
  if (platform === 'win32' && config.logFile === undefined) told.push('--log-file', join(data, `${kind}.log`));
  return {
    kind,
    account,
    data,
    command: [
      ...program,
      kind === 'service' ? 'serve' : 'runner',
      ...(address === undefined ? [] : ['--url', address]),
      ...(path === undefined || path === '' ? [] : ['--config', resolve(path)]),
      ...told,
    ],
  };
}

function configured(kind: Kind, environment: Wanted['environment'], settings: CommonOptions, flags: Wanted['flags']) {
  if (kind === 'service') {
    const { url: _, json: __, ...common } = settings;
    return { config: readConfiguration(environment, { ...common, ...flags }), address: undefined };
  }
  const { address, tokenFile, config } = readRunnerSettings(environment, settings, flags);
  return { config: { ...config, tokenFile }, address };
}

/** The settings that it takes as options. No secret is among them. */
function settingsOf(kind: Kind) {
  const options = [...commonOptions(), ...(kind === 'service' ? serviceOptions() : runnerOptions())];
  return options.flatMap((option) => {
    const [name, flag] = [option.attributeName(), option.long];
    const { env, isSecret } = aboutSetting(name);
    return isSetting(name) && env !== undefined && flag && !isSecret ? [{ name, flag, env }] : [];
  });
}

function expectNoSecrets(kind: Kind, environment: Wanted['environment'], given: Readonly<Record<string, unknown>>): void {
  for (const name of Object.keys(configuration.shape)) {
    const { env = name, isSecret } = aboutSetting(name);
    if (!isSecret || (given[name] === undefined && !(kind === 'service' && environment[env]))) continue;
    const file = settingsOf('service').find((one) => one.name === `${name}File`);
    const way = file ? `Write it into a file (${file.flag})` : 'Write it into the configuration file (--config)';
    throw new Misuse(
      `${env} is a secret, and what starts with the computer has neither your environment nor secrets among its arguments. ${way}, which the account can read, and take it out of the environment.`,
    );
  }
}

/** What the sections of the file name is read where the program is started, and that is another folder then. */
function expectWholePaths({ directory, sql }: Pick<Configuration, 'directory' | 'sql'>, path: string | undefined): void {
  const named = {
    'directory.caFile': directory.caFile,
    'directory.passwordFile': directory.passwordFile,
    'sql.caFile': sql.caFile,
  };
  for (const [name, file] of Object.entries(named))
    if (file !== undefined && !isAbsolute(file)) throw new Misuse(`Give the whole path in ${path}: ${name}: ${resolve(file)}`);
}

function asText(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value);
}
