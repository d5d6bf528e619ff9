import type { AnswersFile } from '../../answers/answersFile.ts';
import type { Output } from '../output.ts';
import type { Surroundings } from '../surroundings.ts';
import type { AnswersDocument } from './answersDocument.ts';
import { describeFindings } from './describeFindings.ts';
import { fillSecrets } from './fillSecrets.ts';
import { type FindingInFile, isWrong, judgeFile } from './judgeFile.ts';

/** Answers as they are sent, their secrets filled in; nothing, where they are not valid, which has been told then. */
export function prepareFile(
  document: AnswersDocument,
  how: { readonly mode: 'rehearsal' | 'live' },
  surroundings: Pick<Surroundings, 'environment'>,
  out: Output,
): AnswersFile | undefined {
  const ready = prepared(document, how, surroundings);
  if ('findings' in ready) return refuse(document.path, ready.findings, out);
  remarkMadeUp(ready.madeUp, out);
  return ready.file;
}

/** A file of answers as it is sent, or what is found where it is not valid. Made up are the names of secrets that are not set. */
export function prepared(
  document: AnswersDocument,
  how: { readonly mode: 'rehearsal' | 'live' },
  { environment }: Pick<Surroundings, 'environment'>,
): { readonly file: AnswersFile; readonly madeUp: readonly string[] } | { readonly findings: readonly FindingInFile[] } {
  const { findings, understood } = judgeFile(document);
  if (!understood) return { findings };
  const { file, missing, madeUp } = fillSecrets(document, understood.file, understood.secrets, environment, how);
  if (findings.some(isWrong) || missing.length > 0) return { findings: [...findings, ...missing] };
  return { file, madeUp };
}

/**
 * Says which secrets a rehearsal has made up, each once; nothing, where it has made up none.
 *
 * @param names those that were not set, as files name them.
 */
export function remarkMadeUp(names: Iterable<string>, out: Output): void {
  const told = [...new Set(names)];
  if (told.length > 0) out.remark(`Not set, so rehearsed with a made-up secret: ${told.join(', ')}.`);
}

/** Tells what is found in a file that is not valid. */
export function refuse(path: string, findings: readonly FindingInFile[], out: Output): undefined {
  out.json({ valid: false, findings });
  for (const line of describeFindings(path, findings)) out.line(line);
  out.line('Nothing was begun. Mend the file and run it again.');
}
