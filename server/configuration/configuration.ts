import { existsSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import type { Token } from '../http/security.ts';
import { settlements } from '../plan/settlements.ts';
import { problemsBetween } from './contradictions.ts';
import { liveConfiguration } from './liveSettings.ts';
import { readTokens, shortestToken } from './tokens.ts';

/** What the service is configured by. Each value comes from a file, the environment or the command line, in rising order. */
export const configuration = z.strictObject({
  host: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ env: 'MIM_SETUP_HOST', description: 'Address to listen on. Beyond loopback a token is required.' }),
  port: z
    .preprocess(
      (value) => (typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value),
      z.number('Give a number from 0 to 65535.').int('Give a whole number.').min(0).max(65535),
    )
    .default(5780)
    .meta({ env: 'MIM_SETUP_PORT', description: 'Port to listen on; 0 takes a free one.' }),
  data: z.string().min(1).default('./data').meta({ env: 'MIM_SETUP_DATA', description: 'The data folder.' }),
  token: z
    .string()
    .min(shortestToken, `A token has at least ${shortestToken} characters.`)
    .optional()
    .meta({ env: 'MIM_SETUP_TOKEN', secret: true, description: 'The bearer token.' }),
  tokenFile: z
    .string()
    .optional()
    .meta({ env: 'MIM_SETUP_TOKEN_FILE', description: 'A file with the token, or with several, a line each: name: token.' }),
  key: z
    .string()
    .optional()
    .meta({ env: 'MIM_SETUP_KEY', secret: true, description: 'The master key for secrets: 32 bytes as hexadecimal or base64.' }),
  keyFile: z.string().optional().meta({
    env: 'MIM_SETUP_KEY_FILE',
    description: 'A file with the master key. Without either, one is made in the data folder.',
  }),
  package: z.string().optional().meta({ env: 'MIM_SETUP_PACKAGE', description: 'Path of Service and Portal.msi.' }),
  tlsCert: z.string().optional().meta({ env: 'MIM_SETUP_TLS_CERT', description: 'A file with the TLS certificate, PEM.' }),
  tlsKey: z.string().optional().meta({ env: 'MIM_SETUP_TLS_KEY', description: 'A file with its private key, PEM.' }),
  logLevel: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
    .default('info')
    .meta({ env: 'MIM_SETUP_LOG_LEVEL', description: 'How much is logged.' }),
  allowedHosts: z
    .preprocess(
      (value) =>
        typeof value === 'string'
          ? value
              .split(',')
              .map((name) => name.trim())
              .filter(Boolean)
          : value,
      z.array(z.string()),
    )
    .default([])
    .meta({ env: 'MIM_SETUP_ALLOWED_HOSTS', description: 'Further names that this service is known by, separated by commas.' }),
  rehearsal: z
    .strictObject({
      pace: z.number().int().min(0).max(60_000).default(300).meta({ description: 'Milliseconds that a rehearsed action takes.' }),
    })
    .prefault({}),
  ...liveConfiguration,
  properties: settlements,
});

export type Configuration = z.output<typeof configuration>;

/** A value that does not do, with where it came from. */
export class ConfigurationError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The configuration does not do:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

/**
 * Reads the configuration and checks every value.
 *
 * @throws {ConfigurationError} with every problem at once.
 */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, unknown>> = {},
): Configuration {
  const path = typeof flags['config'] === 'string' ? flags['config'] : environment['MIM_SETUP_CONFIG'];
  const { config: _, ...fromFlags } = flags;
  const given = { ...(path ? readFile(path) : {}), ...fromEnvironment(environment), ...defined(fromFlags) };
  const { config, problems } = judge(given);
  if (!config || problems.length > 0) throw new ConfigurationError(problems);
  return config;
}

/** What is well-formed is judged too where something else is not, so that everything is told at once. */
function judge(given: Record<string, unknown>): { readonly config?: Configuration; readonly problems: readonly string[] } {
  const parsed = configuration.safeParse(given);
  if (parsed.success) return { config: parsed.data, problems: problemsBetween(parsed.data, new Set()).map(tell) };
  const { issues } = parsed.error;
  const refused = new Set(
    issues.flatMap((issue) => (issue.path.length === 0 && 'keys' in issue ? issue.keys : [String(issue.path[0])])),
  );
  const rest = configuration.safeParse(Object.fromEntries(Object.entries(given).filter(([name]) => !refused.has(name))));
  return { problems: [...issues.flatMap(describe), ...(rest.success ? problemsBetween(rest.data, refused).map(tell) : [])] };
}

/** The configuration as it may be shown: each secret only as set. */
export function redactConfiguration(config: Configuration): Record<string, unknown> {
  const hidden = (name: string, value: unknown) => (isSecret(name) || name === 'password') && value !== undefined;
  return JSON.parse(JSON.stringify(config, (name, value) => (hidden(name, value) ? '(set)' : value)));
}

/** The bearer tokens, each with a name. */
export function tokensOf({ token, tokenFile }: Configuration): Token[] {
  return [
    ...(token === undefined ? [] : [{ name: 'token', token }]),
    ...(tokenFile === undefined ? [] : readTokens(readFileSync(tokenFile, 'utf8')).tokens),
  ];
}

/** A setting that names no variable, such as a section, comes from the file alone. */
function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const named = Object.keys(configuration.shape).flatMap((name) => {
    const variable = metaOf(name)['env'];
    return typeof variable === 'string' ? [[name, environment[variable] || undefined] as const] : [];
  });
  return defined(Object.fromEntries(named));
}

function readFile(path: string): Record<string, unknown> {
  if (!existsSync(path)) throw new ConfigurationError([`config (MIM_SETUP_CONFIG): there is no file ${path}.`]);
  try {
    const content: unknown = parseYaml(readFileSync(path, 'utf8')) ?? {};
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content as Record<string, unknown>;
  } catch (error) {
    throw new ConfigurationError([`${path}: ${unreadable(error)}`]);
  }
  throw new ConfigurationError([`${path}: write a name and a value a line.`]);
}

/** Why a file can not be read. The words of the reader would quote it, and a secret may stand there. */
function unreadable(error: unknown): string {
  const { code, linePos } = error as { code?: string; linePos?: readonly { readonly line: number; readonly col: number }[] };
  const [at] = linePos ?? [];
  return `it can not be read (${code ?? 'unknown'}${at ? ` at line ${at.line}, column ${at.col}` : ''}).`;
}

function describe(issue: z.core.$ZodIssue): string[] {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${name ? `${name}.` : ''}${key}: there is no such setting.`);
  return [tell([name, issue.message])];
}

function tell([name, message]: readonly [name: string, message: string]): string {
  return `${name} (${envOf(name.split('.')[0] ?? name)}): ${message}`;
}

/** The variable of the environment that a setting is read from; its own name, where there is none. */
function envOf(name: string): string {
  return String(metaOf(name)['env'] ?? name);
}

function isSecret(name: string): boolean {
  return metaOf(name)['secret'] === true;
}

function metaOf(name: string): Record<string, unknown> {
  const field: z.ZodType | undefined = Object.hasOwn(configuration.shape, name)
    ? configuration.shape[name as keyof Configuration]
    : undefined;
  return field?.meta() ?? {};
}

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
