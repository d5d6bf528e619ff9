import { isAbsolute, join, resolve } from 'node:path';
import type { Entry, Kind } from '../../../services/autostart/autostart.ts';
import { type Configuration, configuration } from '../../configuration/configuration.ts';
import { readConfiguration } from '../../configuration/readConfiguration.ts';
import type { CommonOptions } from '../commonOptions.ts';
import { readRunnerSettings } from '../runnerSettings.ts';
import { Misuse } from '../surroundings.ts';

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

type Name = keyof Configuration & string;

/** Settings that are paths: where the computer starts a program, others than here are the working folder's. */
const paths: readonly Name[] = ['data', 'tokenFile', 'keyFile', 'package', 'tlsCert', 'tlsKey', 'logFile'];
/** What a runner takes of them, beside its address. */
const ofRunner: readonly Name[] = ['data', 'tokenFile', 'package', 'logLevel', 'logFile'];

/**
 * What the computer is to start, so that it is configured as the same command would be here and now: what the environment says stands
 * among the arguments, and every path is whole.
 *
 * @throws {ConfigurationError} with everything that is not valid.
 * @throws {Misuse} for a secret that stands in the environment or among the options: neither is there at start-up.
 */
export function entryOf({ kind, account, program, settings, flags, environment, platform }: Wanted): Entry {
  const given = { ...settings, ...flags };
  expectNoSecrets(kind, environment, given);
  const path = settings.config ?? environment['MIM_SETUP_CONFIG'];
  const { config, address } = configured(kind, environment, settings, flags);
  expectWholePaths(config, path);
  const data = resolve(config.data);
  const told: Readonly<Partial<Record<Name, string>>> = {
    ...Object.fromEntries(namedIn(environment, given, kind).map((name) => [name, asText(config[name])])),
    ...Object.fromEntries(paths.flatMap((name) => (typeof config[name] === 'string' ? [[name, resolve(config[name])]] : []))),
    // There is no console that its log could come up on.
    ...(platform === 'win32' && config.logFile === undefined && { logFile: join(data, `${kind}.log`) }),
  };
  return {
    kind,
    account,
    data,
    command: [
      ...program,
      kind === 'service' ? 'serve' : 'runner',
      ...(address === undefined ? [] : ['--url', address]),
      ...(path === undefined || path === '' ? [] : ['--config', resolve(path)]),
      ...Object.entries(told).flatMap(([name, value]) => (value === undefined ? [] : [flagOf(name), value])),
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

/** The settings that an option, or the environment, gives: those of the file are read from it again. */
function namedIn(environment: Wanted['environment'], given: Readonly<Record<string, unknown>>, kind: Kind): Name[] {
  return (Object.keys(configuration.shape) as Name[]).filter((name) => {
    const variable = variableOf(name);
    if (variable === undefined || (kind === 'runner' && !ofRunner.includes(name))) return false;
    return given[name] !== undefined || Boolean(environment[variable]);
  });
}

function expectNoSecrets(kind: Kind, environment: Wanted['environment'], given: Readonly<Record<string, unknown>>): void {
  const secrets = (Object.keys(configuration.shape) as Name[]).filter((name) => metaOf(name)['secret'] === true);
  const found = secrets.filter(
    (name) => given[name] !== undefined || (kind === 'service' && environment[variableOf(name) ?? '']),
  );
  const [first] = found;
  if (first === undefined) return;
  const way =
    first === 'database' ? 'Write it into the configuration file (--config)' : `Write it into a file (${flagOf(`${first}File`)})`;
  throw new Misuse(
    `${variableOf(first)} is a secret, and what starts with the computer has neither your environment nor secrets among its arguments. ${way}, which the account can read, and take it out of the environment.`,
  );
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

/** `tokenFile` is `--token-file`. */
function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

function variableOf(name: Name): string | undefined {
  const variable = metaOf(name)['env'];
  return typeof variable === 'string' ? variable : undefined;
}

function metaOf(name: Name): Record<string, unknown> {
  return configuration.shape[name].meta() ?? {};
}
