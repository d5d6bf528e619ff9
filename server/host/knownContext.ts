import { tasks } from '../../machines/chart/closingTasks.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import { isPageId, isScreenId } from '../../machines/pages/screens.ts';
import { type ProblemCode, problems } from '../../machines/vocabulary/problems.ts';
import { declaredChecks } from './declaredChecks.ts';

/**
 * What an older chart knew of an installation, as far as this chart has names for it: pages, warnings, checks and tasks that are no
 * more are left out, and what is new is as in one that has just begun (`fresh`).
 */
export function knownContext(old: WizardContext, fresh: WizardContext): WizardContext {
  return {
    ...fresh,
    ...old,
    trail: old.trail?.filter(isScreenId) ?? [],
    answers: ofPages(old.answers),
    proposals: ofPages(old.proposals),
    problems: old.problems?.map(inKnownWords) ?? [],
    checks:
      old.checks
        ?.filter(({ id, page }) => declaredChecks.has(id) && (isScreenId(page) || page === undefined))
        .map(inKnownWords) ?? [],
    overrides: old.overrides?.filter(({ check }) => declaredChecks.has(check)) ?? [],
    tasks: Object.fromEntries(Object.entries(old.tasks ?? {}).filter(([task]) => Object.hasOwn(tasks, task))),
  };
}

/** What it says stays; a code that is no more is one that nothing is known of. */
function inKnownWords<Found extends { readonly code?: ProblemCode }>(found: Found): Found {
  return found.code === undefined || Object.hasOwn(problems, found.code) ? found : { ...found, code: 'unexpected' };
}

function ofPages<Kept extends object>(answers: Kept | undefined): Kept {
  return Object.fromEntries(Object.entries(answers ?? {}).filter(([page]) => isPageId(page))) as Kept;
}
