import { isPageId, pageOf, type ScreenId, screens } from '../pages/screens.ts';
import type { AnyCheckId, CheckResult, Override } from '../ports/checks.ts';

/** What decides which failed checks stand in the way. */
interface Failing {
  readonly trail: readonly ScreenId[];
  readonly checks: readonly CheckResult[];
  readonly overrides: readonly Override[];
}

/** The failures that stand against the present screen: not overridden, and of this page unless it is `ready`. */
export function standingFailures(context: Failing): readonly CheckResult[] {
  const screen = context.trail.at(-1);
  return openFailures(context, context.checks).filter(({ page }) => screen === 'ready' || page === screen);
}

/** Of those, the ones that somebody may answer for. */
export function overridableFailures(context: Failing): readonly CheckResult[] {
  return standingFailures(context).filter(({ id }) => mayBeOverridden(id));
}

/** Whether the installer might succeed although this check fails. */
export function mayBeOverridden(id: AnyCheckId): boolean {
  return !checksThatTheInstallerMakes.has(id);
}

const checksThatTheInstallerMakes = new Set(
  Object.keys(screens)
    .filter(isPageId)
    .flatMap((page) => Object.entries(pageOf(page).checks ?? {}))
    .flatMap(([id, check]) => (check.installerRefuses ? [id] : [])),
);

/** The results that failed, and that nobody answers for. */
export function openFailures({ overrides }: Pick<Failing, 'overrides'>, results: readonly CheckResult[]): readonly CheckResult[] {
  return results.filter(({ id, status }) => status === 'failed' && !overrides.some(({ check }) => check === id));
}

/** Counts one more failure of a check, or of the installer. */
export function countFailure(failures: Readonly<Record<string, number>>, what: string): Readonly<Record<string, number>> {
  return { ...failures, [what]: (failures[what] ?? 0) + 1 };
}
