import { mapSecretFields } from '../../machines/answers/secretFields.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { asksNothing, isPageId, pageOf, screens } from '../../machines/pages/screens.ts';

/**
 * The answers so far as an answers file. Each secret is a placeholder that names an environment variable; filled in, the file
 * walks to the same place.
 */
export function exportAnswers({ trail, answers, overrides }: WizardContext) {
  const pages = trail.filter(isPageId).flatMap((page) => {
    const given = answers[page];
    if (!given || asksNothing(page)) return [];
    return [[page, mapSecretFields(pageOf(page).fields, given, (_, path) => ({ env: variableOf(page, path) }))] as const];
  });
  const acknowledge = trail.slice(0, -1).filter((screen) => screens[screen].kind === 'warning');
  return {
    pages: Object.fromEntries(pages),
    ...(acknowledge.length > 0 && { acknowledge }),
    ...(overrides.length > 0 && { override: overrides.map(({ check, reason }) => ({ check, reason })) }),
  };
}

/** The environment variable that a secret field is filled in from, such as `SERVICE_ACCOUNT_PASSWORD`. */
export function variableOf(page: string, path: string): string {
  return `${page}_${path}`
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}
