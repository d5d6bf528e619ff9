import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../configuration/configuration.ts';
import { readConfiguration, tokensOf } from '../configuration/readConfiguration.ts';
import { quoted } from '../service/calledAs.ts';
import { logOf } from '../service/log.ts';
import { Api } from './api.ts';
import type { CommonOptions } from './commonOptions.ts';
import type { Ending } from './exitCodes.ts';
import { Misuse, type Surroundings } from './surroundings.ts';

/** A service to talk to. */
export interface Connection {
  readonly api: Api;
  /** Where the service is, for others to reach it; nothing, where it runs in this process. */
  readonly url?: string;
  /** The command line that does something more with the same installations: `again('list')` is `npx mim-setup list --data data`. */
  again(command: string): string;
}

/**
 * Talks to a service and lets go of it: the one that `--url` names, or one that runs in this process for as long, on the data
 * folder and for this process alone.
 *
 * @throws {Misuse} where there is no data folder, and `mustExist`: what is looked for can't be in a new one.
 * @throws {FolderInUse} where another process owns the data folder.
 */
export async function withService(
  settings: CommonOptions,
  { environment, leave, called }: Surroundings,
  talk: (connection: Connection) => Promise<Ending>,
  { takesUp = true, mustExist = false }: { readonly takesUp?: boolean; readonly mustExist?: boolean } = {},
): Promise<Ending> {
  const { url, json: _, ...flags } = settings;
  const address = url ?? environment['MIM_SETUP_URL'];
  const config = readConfiguration(environment, flags);
  if (address !== undefined && address !== '') {
    if (!/^https?:\/\//i.test(address) || !URL.canParse(address))
      throw new Misuse(`${address} is no address of a service. Give one such as http://127.0.0.1:5780.`);
    const api = new Api(address, tokensOf(config)[0]?.token, leave);
    return talk({
      api,
      url: address,
      again: (command) => `${called} ${command}${url === undefined ? '' : ` --url ${quoted(url)}`}`,
    });
  }
  if (mustExist && !existsSync(config.data))
    throw new Misuse(`There is no data folder ${config.data} here. Name it with --data, or its service with --url.`);
  // Loaded only where it is needed: most commands answer faster without it.
  const { startService } = await import('../service/service.ts');
  const token = randomBytes(32).toString('base64url');
  const service = await startService(forThisProcess(config), logInto(config), { tokens: [{ name: 'local', token }], takesUp });
  try {
    return await talk({
      api: new Api(service.url, token, leave),
      again: (command) => `${called} ${command}${optionsOf(settings)}`,
    });
  } finally {
    await service.close();
  }
}

/** Nobody else can talk to it: it listens on loopback, and its token is known to this process alone. */
function forThisProcess(config: Configuration): Configuration {
  const { token: _, tokenFile: __, tlsCert: ___, tlsKey: ____, ...rest } = config;
  return { ...rest, host: '127.0.0.1', port: 0, allowedHosts: [], allowedOrigins: [] };
}

/** The log goes to a file: the terminal belongs to the command. */
function logInto({ data, logLevel }: Configuration) {
  return logOf({ logLevel, logFile: join(data, 'mim-setup.log') });
}

/** The options that lead to the same data folder again, each with a blank before it. */
function optionsOf({ data, config }: CommonOptions): string {
  return [
    ...(data === undefined ? [] : [` --data ${quoted(data)}`]),
    ...(config === undefined ? [] : [` --config ${quoted(config)}`]),
  ].join('');
}
