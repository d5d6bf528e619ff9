import { Option } from 'commander';
import { aboutSetting } from '../configuration/aboutSetting.ts';
import { configuration } from '../configuration/configuration.ts';

/** What every subcommand may be told. */
export interface CommonOptions {
  readonly url?: string;
  readonly token?: string;
  readonly tokenFile?: string;
  readonly data?: string;
  readonly config?: string;
  readonly json?: boolean;
}

/** The options of every subcommand. */
export function commonOptions(): Option[] {
  return [
    new Option('--url <address>', 'Talk to the service at this address (MIM_SETUP_URL) instead of the data folder.'),
    new Option('--token <token>', 'The bearer token. Other users may see it: MIM_SETUP_TOKEN and --token-file are better.'),
    settingOption('tokenFile'),
    settingOption('data'),
    new Option('--config <file>', 'The configuration file (MIM_SETUP_CONFIG).'),
    new Option('--json', 'Print JSON for programs instead of words for people.'),
  ];
}

/** The settings of the service that `serve` takes as options, beside the common ones. No secret is among them. */
export function serviceOptions(): Option[] {
  const common = commonOptions().map((option) => option.attributeName());
  return Object.keys(configuration.shape)
    .filter((name) => !common.includes(name) && aboutSetting(name).env !== undefined && !aboutSetting(name).isSecret)
    .map(settingOption);
}

/** Those of them that a runner takes. */
export function runnerOptions(): Option[] {
  return ['package', 'logLevel', 'logFile'].map(settingOption);
}

/** A setting of the configuration as an option: `tokenFile` is `--token-file`. */
function settingOption(name: string): Option {
  const { env, description } = aboutSetting(name);
  const flag = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new Option(`--${flag} <value>`, `${description} (${env})`);
}
