import { type Planning, planScript, planView } from '../../plan/forms.ts';
import type { Output } from '../output.ts';
import { openAnswersFile } from './answersDocument.ts';
import { describeFindings } from './describeFindings.ts';
import { isWrong, judgeFile } from './judgeFile.ts';

/** The plan that a file of answers amounts to, as if every check passed; nothing, where the file is not valid, which is told. */
export function dryRunPlan(path: string, form: 'json' | 'cmd' | 'ps1', planning: Planning, out: Output): string | undefined {
  const { findings, understood } = judgeFile(openAnswersFile(path));
  const wrong = findings.filter(isWrong);
  if (!understood || wrong.length > 0) {
    out.json({ valid: false, findings });
    for (const line of describeFindings(path, findings)) out.line(line);
    return undefined;
  }
  for (const line of describeFindings(path, findings)) out.remark(line);
  const { context, screens } = understood.way;
  const planned = { context, screen: screens.at(-1) ?? 'welcome' };
  return form === 'json' ? JSON.stringify(planView(planned, planning), null, 2) : planScript(form, planned, planning);
}
