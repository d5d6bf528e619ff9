import type { AnswersFile } from '../../answers/answersFile.ts';
import type { Output } from '../output.ts';
import type { Surroundings } from '../surroundings.ts';
import { openAnswersFile } from './answersDocument.ts';
import { describeFindings } from './describeFindings.ts';
import { fillSecrets } from './fillSecrets.ts';
import { type FindingInFile, judgeFile, stopsOnTheWay } from './judgeFile.ts';

/** A file of answers as it is sent, its secrets filled in; nothing, where it is not valid, which has been told then. */
export function prepareFile(
  path: string,
  { mode }: { readonly mode: 'rehearsal' | 'live' },
  { environment }: Pick<Surroundings, 'environment'>,
  out: Output,
): AnswersFile | undefined {
  const document = openAnswersFile(path);
  const { findings, understood } = judgeFile(document);
  const wrong = findings.filter(({ severity, code }) => severity === 'error' && !stopsOnTheWay.includes(code));
  if (!understood || wrong.length > 0) return refuse(path, findings, out);
  const { file, missing, madeUp } = fillSecrets(document, understood.file, understood.secrets, environment, { mode });
  if (missing.length > 0) return refuse(path, missing, out);
  if (madeUp.length > 0) out.remark(`Not set, so rehearsed with a made-up secret: ${[...new Set(madeUp)].join(', ')}.`);
  return file;
}

function refuse(path: string, findings: readonly FindingInFile[], out: Output): undefined {
  out.json({ valid: false, findings });
  for (const line of describeFindings(path, findings)) out.line(line);
  out.line('Nothing was begun. Mend the file and run it again.');
}
