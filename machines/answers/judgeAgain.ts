import { type PageId, pageOf } from '../pages/screens.ts';
import type { Facts } from '../vocabulary/facts.ts';
import { applies, judge, type Verdict } from './judgeAnswers.ts';
import { mapSecretFields } from './secretFields.ts';

/** Judges what was answered on a page before as if it were submitted now: without what no longer applies, its secrets kept. */
export function judgeAgain(page: PageId, before: object, facts: Facts): Verdict {
  const given = mapSecretFields(pageOf(page).fields, stillApplying(page, before, facts), () => ({ kept: true }));
  return judge(pageOf(page), given, facts, before);
}

/** Of what was answered on a page before, the fields that apply now. */
export function stillApplying(page: PageId, before: object, facts: Facts): Record<string, unknown> {
  const given: Record<string, unknown> = { ...before };
  const { applies: rules = {} } = pageOf(page);
  return Object.fromEntries(
    Object.entries(given).filter(([field]) => {
      const rule = (rules as Readonly<Record<string, NonNullable<(typeof rules)[never]>>>)[field];
      return !rule || applies(rule.when, given, facts);
    }),
  );
}
