import type { InstallOutcome, KnownCause } from '../../machines/ports/installer.ts';
import type { Wording } from '../view/wording.ts';
import { type ClosingReport, unnamed } from './closingReport.ts';

/** The report with the program's own words in another language. What people have typed, and the package has said, stays as it is. */
export function translatedReport(report: ClosingReport, { tell }: Pick<Wording, 'tell'>): ClosingReport {
  const { name, components, outcome, attempts, answers, warnings, overrides, settlements, checks, tasks, phases } = report;
  const named = <Check extends { readonly page: string; readonly check: string; readonly found: string }>(check: Check) => {
    return { ...check, page: tell(check.page), check: tell(check.check), found: tell(check.found) };
  };
  return {
    ...report,
    name: name === unnamed ? tell(name) : name,
    components: components.map(tell),
    outcome: translatedOutcome(outcome, tell),
    attempts: attempts.map((one) => ({ ...one, message: tell(one.message), outcome: translatedOutcome(one.outcome, tell) })),
    answers: answers.map((one) => {
      return { ...one, page: tell(one.page), field: tell(one.field), value: one.isChosen ? tell(one.value) : one.value };
    }),
    warnings: warnings.map((one) => ({ ...one, title: tell(one.title) })),
    overrides: overrides.map(named),
    settlements: settlements.map((one) => ({ ...one, counts: tell(one.counts) })),
    checks: checks.map((one) => ({ ...named(one), status: tell(one.status) })),
    tasks: tasks.map((one) => ({ ...one, title: tell(one.title), outcome: tell(one.outcome) })),
    phases: phases.map((one) => ({ ...one, phase: tell(one.phase) })),
  };
}

function translatedOutcome(outcome: InstallOutcome | null, tell: Wording['tell']): InstallOutcome | null {
  if (!outcome) return null;
  const { failure, message } = outcome;
  const translatedCause = (cause: KnownCause) => ({ ...cause, title: tell(cause.title), remedy: tell(cause.remedy) });
  if (!failure) return { ...outcome, message: tell(message) };
  const { cause, otherCauses } = failure;
  return {
    ...outcome,
    message: tell(message),
    failure: {
      ...failure,
      cause: cause && translatedCause(cause),
      ...(otherCauses && { otherCauses: otherCauses.map(translatedCause) }),
    },
  };
}
