import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { textIn } from '../../services/files/textFile.ts';
import type { Configuration } from './configuration.ts';
import { parseMasterKey } from './masterKey.ts';
import { readTokens, shortestToken } from './tokens.ts';

type Name = keyof Configuration & string;

/** Each with the name of the value that it is about. */
type Problems = readonly (readonly [Name, string])[];

/**
 * What is not valid about values that are each well-formed: files that cannot be read, and values that do not go together.
 *
 * @param left names of values that have been refused already; nothing is said of them.
 */
export function problemsBetween(config: Configuration, left: ReadonlySet<string>): Problems {
  const files = new Files(config);
  const problems = [
    ...tokenProblems(config, files, left),
    ...keyProblems(config, files),
    ...tlsProblems(config, files, left),
    ...files.problems,
  ];
  return problems.filter(([name]) => !left.has(name));
}

/** Listening on nothing but this computer. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** A file that holds no token would leave the service open to everybody, so it is refused. */
function tokenProblems({ host, token, tokenFile }: Configuration, files: Files, left: ReadonlySet<string>): Problems {
  const text = files.read('tokenFile');
  const { tokens, unreadable } = text === undefined ? { tokens: [], unreadable: [] } : readTokens(text);
  const isGuarded = token !== undefined || tokenFile !== undefined || left.has('token') || left.has('tokenFile');
  return [
    ...(!isLoopback(host) && !isGuarded
      ? [['host', `listening on ${host}, beyond loopback, needs a token. Set MIM_SETUP_TOKEN or MIM_SETUP_TOKEN_FILE.`] as const]
      : []),
    ...(text !== undefined && tokens.length === 0 ? [['tokenFile', 'there is no token in it.'] as const] : []),
    ...(unreadable.length > 0 ? [['tokenFile', `line ${unreadable.join(', ')}: write a token, or name: token.`] as const] : []),
    ...(tokens.some((one) => one.token.length < shortestToken)
      ? [['tokenFile', `a token has at least ${shortestToken} characters.`] as const]
      : []),
  ];
}

function keyProblems({ key }: Configuration, files: Files): Problems {
  const name = key === undefined ? 'keyFile' : 'key';
  const text = key ?? files.read('keyFile');
  if (text === undefined || parseMasterKey(text)) return [];
  return [[name, 'give 32 bytes as 64 hexadecimal digits or as base64.']];
}

function tlsProblems({ tlsCert, tlsKey }: Configuration, files: Files, left: ReadonlySet<string>): Problems {
  const [cert, key] = [files.read('tlsCert'), files.read('tlsKey')];
  if (left.has('tlsCert') || left.has('tlsKey')) return [];
  if (tlsCert === undefined && tlsKey !== undefined) return [['tlsCert', 'TLS needs the certificate of the key too.']];
  if (tlsCert !== undefined && tlsKey === undefined) return [['tlsKey', 'TLS needs the key of the certificate too.']];
  if (cert === undefined || key === undefined) return [];
  try {
    createSecureContext({ cert });
  } catch {
    return [['tlsCert', 'it holds no certificate in PEM.']];
  }
  try {
    createSecureContext({ cert, key });
    return [];
  } catch {
    return [['tlsKey', 'it holds no private key in PEM that belongs to the certificate.']];
  }
}

/** The files that the configuration names, each read once. */
class Files {
  readonly problems: [Name, string][] = [];
  readonly #config: Configuration;

  constructor(config: Configuration) {
    this.#config = config;
  }

  read(name: 'tokenFile' | 'keyFile' | 'tlsCert' | 'tlsKey'): string | undefined {
    const path = this.#config[name];
    if (path === undefined) return undefined;
    try {
      const text = textIn(readFileSync(path));
      if (text === null)
        this.problems.push([name, `the file ${path} is neither UTF-8 nor UTF-16 with its mark: save it as UTF-8.`]);
      return text ?? undefined;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.problems.push([name, code === 'ENOENT' ? `there is no file ${path}.` : `the file ${path} cannot be read (${code}).`]);
      return undefined;
    }
  }
}
