import { dirname, resolve } from 'node:path';
import { readSecretFile, type SecretFile } from '../../../services/files/textFile.ts';
import type { AnswersFile } from '../../answers/answersFile.ts';
import type { AnswersDocument } from './answersDocument.ts';
import type { FindingInFile, SecretElsewhere } from './judgeFile.ts';

/** A file with its secrets filled in, or what of them could not be found. */
export interface Filled {
  readonly file: AnswersFile;
  readonly missing: readonly FindingInFile[];
  /** Names of the variables and files in whose place a rehearsal takes a made-up text. */
  readonly madeUp: readonly string[];
}

/**
 * Fills in the secrets that stand elsewhere, from the environment and from files beside the answers file. A rehearsal does with
 * made-up ones, so that a file can be tried out without the secrets.
 */
export function fillSecrets(
  document: AnswersDocument,
  file: AnswersFile,
  secrets: readonly SecretElsewhere[],
  environment: Readonly<Record<string, string | undefined>>,
  { mode }: { readonly mode: 'rehearsal' | 'live' },
): Filled {
  const pages = structuredClone(file.pages) as Record<string, Record<string, unknown>>;
  const missing: FindingInFile[] = [];
  const madeUp: string[] = [];
  for (const { path, from } of secrets) {
    const { text, problem } = elsewhere(document, from, environment);
    const name = 'env' in from ? from.env : from.file;
    if (!text && mode === 'rehearsal') madeUp.push(name);
    if (!text && mode === 'live') {
      const message = problem;
      const place = { page: String(path[1]), field: path.slice(2).join('.') };
      missing.push({ ...document.positionOf(path), severity: 'error', ...place, code: 'secret-missing', message });
    }
    put(pages, path.slice(1), text || 'Made-up1!');
  }
  return { file: { ...file, pages }, missing, madeUp };
}

function elsewhere(
  document: AnswersDocument,
  from: SecretElsewhere['from'],
  environment: Readonly<Record<string, string | undefined>>,
): { readonly text?: string; readonly problem: string } {
  if ('env' in from) {
    const text = environment[from.env];
    return { ...(text && { text }), problem: `The environment variable ${from.env} is not set. Set it to the secret.` };
  }
  const read = secretBeside(document, from.file);
  return 'secret' in read ? { text: read.secret, problem: '' } : { problem: missingFile(from.file, read.problem) };
}

/** The secret in a file that stands beside the answers file. */
export function secretBeside(document: AnswersDocument, file: string): SecretFile {
  return readSecretFile(resolve(dirname(document.path), file));
}

/**
 * What is said of a secret's file that can't be used.
 *
 * @param problem what is so, from the verb on: `is not there.`
 */
export function missingFile(file: string, problem: string): string {
  return `The file ${file}, which is looked for beside the answers file, ${problem}`;
}

function put(pages: Record<string, unknown>, path: readonly (string | number)[], text: string): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) pages[first] = text;
  else put(pages[first] as Record<string, unknown>, rest, text);
}
