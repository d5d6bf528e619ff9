import { existsSync, readFileSync } from 'node:fs';
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import { isPlainObject } from '../../machines/vocabulary/plainObject.ts';
import { textIn } from '../../services/files/textFile.ts';
import { aboutSetting } from './aboutSetting.ts';
import { type Configuration, configuration } from './configuration.ts';
import { ConfigurationError } from './configurationError.ts';
import { problemsBetween } from './contradictions.ts';
import { readTokens, type Token } from './tokens.ts';

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
  const hidden = (name: string, value: unknown) => (aboutSetting(name).isSecret || name === 'password') && value !== undefined;
  return JSON.parse(JSON.stringify(config, (name, value) => (hidden(name, value) ? '(set)' : value)));
}

/** The bearer tokens, each with a name. */
export function tokensOf({ token, tokenFile }: Configuration): Token[] {
  return [
    ...(token === undefined ? [] : [{ name: 'token', token }]),
    ...(tokenFile === undefined ? [] : readTokens(textIn(readFileSync(tokenFile)) ?? '').tokens),
  ];
}

/** A setting that names no variable, such as a section, comes from the file alone. */
function fromEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, unknown> {
  const named = Object.keys(configuration.shape).flatMap((name) => {
    const { env } = aboutSetting(name);
    return env === undefined ? [] : [[name, environment[env] || undefined] as const];
  });
  return defined(Object.fromEntries(named));
}

function readFile(path: string): Record<string, unknown> {
  if (!existsSync(path)) throw new ConfigurationError([`config (MIM_SETUP_CONFIG): there is no file ${path}.`]);
  try {
    const content: unknown = parseYaml(readFileSync(path, 'utf8')) ?? {};
    if (isPlainObject(content)) return content;
  } catch (error) {
    throw new ConfigurationError([`${path}: ${unreadable(error)}`]);
  }
  throw new ConfigurationError([`${path}: write a name and a value a line.`]);
}

/** Why a file cannot be read. The words of the reader would quote it, and a secret may stand there. */
function unreadable(error: unknown): string {
  const { code, linePos } = error as { code?: string; linePos?: readonly { readonly line: number; readonly col: number }[] };
  const [at] = linePos ?? [];
  return `it cannot be read (${code ?? 'unknown'}${at ? ` at line ${at.line}, column ${at.col}` : ''}).`;
}

function describe(issue: z.core.$ZodIssue): string[] {
  const name = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${name ? `${name}.` : ''}${key}: there is no such setting.`);
  return [tell([name, issue.message])];
}

function tell([name, message]: readonly [name: string, message: string]): string {
  const setting = name.split('.')[0] ?? name;
  return `${name} (${aboutSetting(setting).env ?? setting}): ${message}`;
}

function defined(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
