import { type Configuration, configuration } from './configuration.ts';

/** What is declared of a setting beside its form. */
export interface AboutSetting {
  /** The variable of the environment that it is read from; nothing, for a section, which comes from the file alone. */
  readonly env: string | undefined;
  readonly isSecret: boolean;
  readonly description: string;
}

/** What is declared of a setting; next to nothing, where there is none of this name. */
export function aboutSetting(name: string): AboutSetting {
  const { env, secret, description = '' } = (isSetting(name) && configuration.shape[name].meta()) || {};
  return { env: typeof env === 'string' ? env : undefined, isSecret: secret === true, description };
}

/** Whether there is a setting of this name. */
export function isSetting(name: string): name is keyof Configuration & string {
  return Object.hasOwn(configuration.shape, name);
}
