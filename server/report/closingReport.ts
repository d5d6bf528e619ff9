import type { Override, WizardContext } from '../../machines/context.ts';
import { factsOf } from '../../machines/facts.ts';
import { features } from '../../machines/features.ts';
import { phaseOf } from '../../machines/outline.ts';
import { pageSchema } from '../../machines/pageSchema.ts';
import { isPageId, isScreenId, pageOf, screens } from '../../machines/pages/index.ts';
import type { InstallOutcome } from '../../machines/ports.ts';
import { isSecretRef } from '../../machines/secret.ts';
import { tasks, tasksOf } from '../../machines/tasks.ts';
import type { Present } from '../installations.ts';
import type { JournalEntry } from '../store/rows.ts';

/** What was installed, with which answers, what was taken on and by whom, and how long it took. It holds no secret. */
export interface ClosingReport {
  readonly name: string;
  readonly id: string;
  readonly mode: string;
  readonly status: string;
  readonly begunAt: string;
  readonly endedAt: string;
  readonly option: string | null;
  readonly components: readonly string[];
  readonly outcome: InstallOutcome | null;
  readonly attempts: number;
  readonly answers: readonly { readonly page: string; readonly field: string; readonly value: string }[];
  readonly warnings: readonly { readonly title: string; readonly who: string; readonly at: string }[];
  readonly overrides: readonly (Override & { readonly message: string })[];
  readonly checks: readonly { readonly id: string; readonly status: string; readonly message: string }[];
  readonly tasks: readonly { readonly title: string; readonly outcome: string; readonly reason: string }[];
  /** Milliseconds in each phase, in order; waiting for people counts. */
  readonly phases: readonly { readonly phase: string; readonly ms: number }[];
}

export function closingReport({ row, snapshot: { context } }: Present, journal: readonly JournalEntry[]): ClosingReport {
  return {
    name: row.name ?? 'Microsoft Identity Manager Service and Portal',
    id: row.id,
    mode: row.mode,
    status: row.status,
    begunAt: row.createdAt,
    endedAt: row.updatedAt,
    option: factsOf(context.answers).option?.option ?? null,
    components: (context.answers.components?.features ?? []).map((name) => features[name].title),
    outcome: context.outcome,
    attempts: context.attempt,
    answers: answersOf(context),
    warnings: warningsOf(context, journal),
    overrides: context.overrides.map((override) => ({
      ...override,
      message: context.checks.find(({ id }) => id === override.check)?.message ?? '',
    })),
    checks: context.checks
      .filter(({ status }) => status !== 'passed')
      .map(({ id, status, message }) => ({ id, status, message })),
    tasks: tasksOf(context).map((id) => ({
      title: tasks[id].title,
      outcome: context.tasks[id]?.outcome ?? 'open',
      reason: context.tasks[id]?.reason ?? '',
    })),
    phases: phasesOf(journal),
  };
}

function answersOf({ trail, answers }: WizardContext): ClosingReport['answers'] {
  return trail.filter(isPageId).flatMap((page) => {
    const { title, subtitle } = pageOf(page);
    const schemas = pageSchema(pageOf(page))['properties'] as Readonly<Record<string, FieldSchema>>;
    return Object.entries(answers[page] ?? {}).map(([field, value]) => ({
      page: title.startsWith('Configure') ? subtitle : title,
      field: schemas[field]?.title ?? field,
      value: textOf(value, schemas[field]),
    }));
  });
}

interface FieldSchema {
  readonly title?: string;
  readonly oneOf?: readonly { readonly const: unknown; readonly title: string }[];
  readonly items?: FieldSchema;
}

/** Each warning on the way that led to the end, by the last word that was given on it. */
function warningsOf({ trail }: WizardContext, journal: readonly JournalEntry[]): ClosingReport['warnings'] {
  return trail
    .filter((screen) => screens[screen].kind === 'warning')
    .flatMap((screen) => {
      const word = journal.findLast(({ event }) => event.type === 'acknowledge' && (event as { page?: string }).page === screen);
      return word ? [{ title: screens[screen].title, who: word.who, at: word.at }] : [];
    });
}

function phasesOf(journal: readonly JournalEntry[]): ClosingReport['phases'] {
  const spent = new Map<string, number>();
  for (const [at, { to, at: from }] of journal.entries()) {
    const next = journal[at + 1];
    if (!next || !isScreenId(to)) continue;
    const phase = phaseOf(to) === 'installation' ? to : phaseOf(to);
    spent.set(phase, (spent.get(phase) ?? 0) + Date.parse(next.at) - Date.parse(from));
  }
  return [...spent].map(([phase, ms]) => ({ phase, ms }));
}

/** An answer in the words of the page. */
function textOf(value: unknown, schema: FieldSchema = {}): string {
  if (isSecretRef(value)) return '(secret)';
  if (Array.isArray(value)) return value.map((item) => textOf(item, schema.items)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null)
    return schema.oneOf?.find((one) => one.const === value)?.title ?? String(value);
  return Object.entries(value)
    .map(([key, inner]) => `${key}: ${textOf(inner)}`)
    .join(', ');
}
