import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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
    const text = 'env' in from ? environment[from.env] : textOf(resolve(dirname(document.path), from.file));
    const name = 'env' in from ? from.env : from.file;
    if (!text && mode === 'rehearsal') madeUp.push(name);
    if (!text && mode === 'live') {
      const message =
        'env' in from
          ? `The environment variable ${from.env} is not set. Set it to the secret.`
          : `There is no secret in ${from.file}: it is looked for beside the answers file.`;
      const place = { page: String(path[1]), field: path.slice(2).join('.') };
      missing.push({ ...document.positionOf(path), severity: 'error', ...place, code: 'secret-missing', message });
    }
    put(pages, path.slice(1), text || 'Made-up1!');
  }
  return { file: { ...file, pages }, missing, madeUp };
}

function put(pages: Record<string, unknown>, path: readonly (string | number)[], text: string): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  if (rest.length === 0) pages[first] = text;
  else put(pages[first] as Record<string, unknown>, rest, text);
}

/** A file's text without the line break that editors put at its end. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r?\n$/, '');
  } catch {
    return undefined;
  }
}
