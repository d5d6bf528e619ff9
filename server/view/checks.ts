import type { WizardContext } from '../../machines/chart/context.ts';
import { mayBeOverridden } from '../../machines/chart/failures.ts';
import { isPageId, pageOf, type ScreenId } from '../../machines/pages/screens.ts';
import type { CheckProgress } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { declaredChecks } from '../host/declaredChecks.ts';

/** A check as a client sees it. */
export interface CheckView {
  readonly id: string;
  readonly page: string;
  readonly title: string;
  readonly status: 'pending' | 'passed' | 'warning' | 'failed' | 'skipped' | 'overridden';
  readonly message: string;
  readonly detail?: string;
  /** PowerShell that mends it. */
  readonly script?: string;
  /** When it ended, ISO 8601, and how long it took, milliseconds; null while it is pending. */
  readonly at: string | null;
  readonly ms: number | null;
  readonly overridable: boolean;
  readonly overridden?: { readonly reason: string; readonly who: string; readonly at: string };
}

/** The checks of one page, or, at `ready` or without a page, all that there are. `running` is what a call under way has told. */
export function checksOf(
  context: WizardContext,
  running: ReadonlyMap<string, CheckProgress>,
  checking: boolean,
  page?: ScreenId,
): CheckView[] {
  const all = page === undefined || page === 'ready';
  const results = context.checks.filter((result) => all || result.page === page);
  const declared = checking && page !== undefined && isPageId(page) ? Object.keys(pageOf(page).checks ?? {}) : [];
  const pending = [...new Set([...declared, ...running.keys()])];
  return [
    ...results.filter(({ id }) => !pending.includes(id)).map((result) => toView(context, result)),
    ...pending.map((id) => {
      const progress = running.get(id);
      return progress && progress.status !== 'pending' ? toView(context, progress) : toPending(id);
    }),
  ];
}

function toView({ overrides }: WizardContext, { id, page, status, message, detail, script, at, ms }: CheckResult): CheckView {
  const override = status === 'failed' ? overrides.find(({ check }) => check === id) : undefined;
  return {
    id,
    page,
    title: declaredChecks.get(id)?.title ?? id,
    status: override ? 'overridden' : status,
    message,
    ...(detail !== undefined && { detail }),
    ...(script !== undefined && { script }),
    at,
    ms,
    overridable: mayBeOverridden(id),
    ...(override && { overridden: { reason: override.reason, who: override.who, at: override.at } }),
  };
}

function toPending(id: string): CheckView {
  const { page = 'ready', title = id } = declaredChecks.get(id) ?? {};
  return {
    id,
    page,
    title,
    status: 'pending',
    message: 'This is being checked.',
    at: null,
    ms: null,
    overridable: mayBeOverridden(id as CheckResult['id']),
  };
}
