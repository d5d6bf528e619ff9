import type { z } from 'zod';
import { fieldAt, isKept, mapSecretFields } from '../../machines/answers/secretFields.ts';
import { type TaskId, type TaskOutcome, tasks } from '../../machines/chart/closingTasks.ts';
import { pageIds, screenIds } from '../../machines/chart/flow.ts';
import { uncertainNames } from '../../machines/chart/installerProperties.ts';
import type { Finding } from '../../machines/pages/definePage.ts';
import { isPageId, type PageId, pageOf, screens, type WarningId } from '../../machines/pages/screens.ts';
import { isEmpty } from '../../machines/vocabulary/fieldRules.ts';
import { nearest } from '../../machines/vocabulary/nearestName.ts';
import { declaredChecks } from '../host/declaredChecks.ts';
import { answersFileForm, placeholder } from './answersForm.ts';

/** What a file of answers says, once it is understood. Its answers are not yet judged: that is done page by page, on the way. */
export interface AnswersFile {
  readonly pages: { readonly [Id in PageId]?: Readonly<Record<string, unknown>> };
  /** Warnings that are taken on knowingly. */
  readonly acknowledge: readonly WarningId[];
  readonly override: readonly { readonly check: string; readonly reason: string }[];
  /** By which property of the package each open answer is carried; the package's own dialogs tell what it writes for each value. */
  readonly settle: Readonly<Record<string, { readonly property: string; readonly values?: Readonly<Record<string, string>> }>>;
  /** Whether to go on past `ready`. */
  readonly install: boolean;
  readonly complete: 'all' | { readonly [Id in TaskId]?: TaskOutcome };
}

/** What becomes of a closing task by a file; nothing, where it does not say. */
export function outcomeFor(complete: AnswersFile['complete'], task: string): TaskOutcome | undefined {
  return complete === 'all' ? { outcome: 'done' } : complete[task as TaskId];
}

/** A finding about a file, at a path of its own. */
export interface FileFinding extends Finding {
  readonly path: readonly (string | number)[];
}

/** What reading came to: the file, or everything about its form that is not valid. */
export type ReadFile = { readonly file: AnswersFile } | { readonly findings: readonly FileFinding[] };

/**
 * Understands a file of answers, or tells everything about its form that is not valid: what it names has to exist. With
 * `placeholders`, a secret may be given as `{ env: NAME }` or `{ file: path }`; a request to the service may not.
 */
export function readAnswersFile(content: unknown, { placeholders = false } = {}): ReadFile {
  const parsed = answersFileForm.safeParse(content ?? {});
  if (!parsed.success) return { findings: parsed.error.issues.flatMap(findingsOfForm) };
  const { pages, acknowledge = [], override = [], settle = {}, install = false, complete = {} } = parsed.data;
  const overrides = Array.isArray(override) ? override : Object.entries(override).map(([check, reason]) => ({ check, reason }));
  const findings = [
    ...tooMany(pages),
    ...Object.entries(pages)
      .slice(0, mostPages)
      .flatMap(([page, answers]) => findingsOfPage(page, answers, placeholders)),
    ...acknowledge.flatMap((id, at) => unknown(['acknowledge', at], id, warnings, 'warning')),
    ...overrides.flatMap(({ check }, at) =>
      unknown(
        Array.isArray(override) ? ['override', at, 'check'] : ['override', check],
        check,
        [...declaredChecks.keys()],
        'check',
      ),
    ),
    ...Object.keys(settle).flatMap((name) => unknown(['settle', name], name, uncertainNames, 'open answer')),
    ...(complete === 'all'
      ? []
      : Object.keys(complete).flatMap((task) => unknown(['complete', task], task, Object.keys(tasks), 'task'))),
  ];
  if (findings.length > 0) return { findings };
  return {
    file: {
      pages,
      acknowledge,
      override: overrides,
      settle: settlementsIn(settle),
      install,
      complete: outcomesOf(complete),
    } as AnswersFile,
  };
}

/** Every warning that a file can take on, by the name of its screen. */
export const warnings = screenIds.filter((id) => screens[id].kind === 'warning');

/** More pages than this are no slip of the pen; each of them is not worth a look for what it may have meant. */
const mostPages = 100;

function tooMany(pages: object): FileFinding[] {
  const count = Object.keys(pages).length;
  return count <= mostPages
    ? []
    : [{ path: ['pages'], field: 'pages', code: 'invalid', message: `There are ${pageIds.length} pages, not ${count}.` }];
}

function findingsOfPage(page: string, answers: Readonly<Record<string, unknown>>, placeholders: boolean): FileFinding[] {
  if (!isPageId(page)) return unknown(['pages', page], page, pageIds, 'page');
  const known = Object.keys(pageOf(page).fields.shape);
  const findings = Object.keys(answers).flatMap((field) =>
    unknown(['pages', page, field], field, known, `field on the page ${page}`),
  );
  mapSecretFields(pageOf(page).fields, answers, (value, path) => {
    if (!placeholders && placeholder.safeParse(value).success) {
      const message =
        'A request does not make the service read its environment or its files: send the secret itself. The command line fills this in.';
      findings.push({ path: ['pages', page, ...path.split('.')], field: `${page}.${path}`, code: 'invalid', message });
    } else findings.push(...findingsOfSecret(page, path, value));
    return value;
  });
  return findings;
}

/** A secret is judged while it is still a text: once it is sealed, nobody can. */
function findingsOfSecret(page: PageId, path: string, value: unknown): FileFinding[] {
  if (isEmpty(value) || isKept(value) || placeholder.safeParse(value).success) return [];
  const names = path.split('.');
  const { error } = fieldAt(pageOf(page).fields, names)?.safeParse(value) ?? {};
  const place = { path: ['pages', page, ...names], field: `${page}.${path}` };
  return (error?.issues ?? []).slice(0, 1).map(({ message }) => ({ ...place, code: 'invalid', message }));
}

function unknown(path: (string | number)[], name: string, names: readonly string[], what: string): FileFinding[] {
  if (names.includes(name)) return [];
  const near = nearest(name, names);
  const message = `There is no ${what} "${name.slice(0, 100)}".${near ? ` Did you mean ${near}?` : ''}`;
  return [{ path, field: path.slice(path[0] === 'pages' ? 1 : 0).join('.'), code: 'unknown-field', message }];
}

function findingsOfForm(issue: z.core.$ZodIssue): FileFinding[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  if (issue.code !== 'unrecognized_keys') return [{ path, field: path.join('.'), code: 'invalid', message: issue.message }];
  return issue.keys.flatMap((key) =>
    unknown([...path, key], key, ['pages', 'acknowledge', 'override', 'settle', 'install', 'complete'], 'section'),
  );
}

function settlementsIn(settle: NonNullable<z.output<typeof answersFileForm>['settle']>): AnswersFile['settle'] {
  const one = (given: (typeof settle)[string]) => (typeof given === 'string' ? { property: given } : given);
  return Object.fromEntries(Object.entries(settle).map(([name, given]) => [name, one(given)])) as AnswersFile['settle'];
}

function outcomesOf(complete: NonNullable<z.output<typeof answersFileForm>['complete']>): AnswersFile['complete'] {
  if (complete === 'all') return 'all';
  return Object.fromEntries(
    Object.entries(complete).map(([task, one]) => [task, typeof one === 'string' ? { outcome: one } : one]),
  );
}
