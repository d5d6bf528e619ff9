import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { asksNothing, isPageId, pageOf, screens } from '../../machines/pages/screens.ts';
import { askedBy } from '../../machines/plan/packageMatch.ts';
import { toSettle } from '../../machines/plan/settled.ts';
import type { PackageSettlement } from '../../machines/ports/packageSettlement.ts';
import type { AnswersFile } from './answersFile.ts';

/**
 * The answers so far as an answers file. Each secret is a placeholder that names an environment variable; filled in, the file
 * walks to the same place, and settles what was settled.
 */
export function exportAnswers(context: WizardContext) {
  const { trail, overrides } = context;
  const acknowledge = trail.slice(0, -1).filter((screen) => screens[screen].kind === 'warning');
  const settle = settledAnswers(context);
  return {
    pages: pagesAnswered(context, (page, path) => ({ env: variableOf(page, path) })),
    ...(acknowledge.length > 0 && { acknowledge }),
    ...(overrides.length > 0 && { override: overrides.map(({ check, reason }) => ({ check, reason })) }),
    ...(Object.keys(settle).length > 0 && { settle }),
  };
}

/** The pages of the trail as they were answered, with what `secret` puts in the place of each secret. */
export function pagesAnswered(
  { trail, answers }: Pick<WizardContext, 'trail' | 'answers'>,
  secret: (page: string, path: string) => unknown,
): Readonly<Record<string, unknown>> {
  const pages = trail.filter(isPageId).flatMap((page) => {
    const given = answers[page];
    if (!given || asksNothing(page)) return [];
    return [[page, mapSecretFields(pageOf(page).fields, given, (_, path) => secret(page, path))] as const];
  });
  return Object.fromEntries(pages);
}

/** What the open answers are settled by, as far as that counts; also what is kept for the package, for elsewhere it may not be. */
export function settledAnswers(context: WizardContext): AnswersFile['settle'] {
  const { settlements = {} } = toSettle(context);
  return Object.fromEntries(Object.entries(settlements).map(([name, settlement]) => [name, asGiven(name, settlement)]));
}

/** Where it is a choice, its words are given even if there are none: left out, the package's own would be taken. */
function asGiven(name: string, { property, values }: PackageSettlement): AnswersFile['settle'][string] {
  const isChoice = Object.keys(askedBy(name)?.words ?? {}).length > 0;
  if (values === undefined && !isChoice) return { property };
  return { property, values: values ?? {} };
}

/** The environment variable that a secret field is filled in from, such as `SERVICE_ACCOUNT_PASSWORD`. */
export function variableOf(page: string, path: string): string {
  return `${page}_${path}`
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
