import { mapSecretFields } from '../../../machines/answers/secretFields.ts';
import { pageIds } from '../../../machines/chart/flow.ts';
import { isPageId, type PageId, pageOf } from '../../../machines/pages/screens.ts';
import { nearest } from '../../../machines/vocabulary/nearestName.ts';
import { type AnswersFile, type FileFinding, readAnswersFile } from '../../answers/answersFile.ts';
import { placeholder } from '../../answers/answersForm.ts';
import type { AnswersDocument, Path, Position } from './answersDocument.ts';
import { type DryRun, dryRun } from './dryRun.ts';

/** Something that is not valid in an answers file, and where. */
export interface FindingInFile extends Position {
  readonly severity: 'error' | 'warning';
  readonly page?: string;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** All that can be said of an answers file without an environment. */
export interface Judgement {
  readonly findings: readonly FindingInFile[];
  /** What of the file can be understood, and where it leads; nothing, where it can't be read. */
  readonly understood?: { readonly file: AnswersFile; readonly way: DryRun; readonly secrets: readonly SecretElsewhere[] };
}

/** Findings of a file that is right as far as it goes: a walk begins by it, and stops there to ask for more. */
const stopsOnTheWay: readonly string[] = ['unanswered', 'not-acknowledged'];

/** Whether a walk can't begin before this is mended. */
export function isWrong({ severity, code }: Pick<FindingInFile, 'severity' | 'code'>): boolean {
  return severity === 'error' && !stopsOnTheWay.includes(code);
}

/** Whether a finding is about a page, and not about where the pages stand. */
function isOnPage(path: Path): boolean {
  return path[0] === 'pages' && path.length > 1;
}

/** A secret that the command line fills in. */
export interface SecretElsewhere {
  readonly path: Path;
  readonly from: { readonly env: string } | { readonly file: string };
}

/** Judges a file by its form, by what is declared of each page, and by the chart: every finding at once, in the file's order. */
export function judgeFile(document: AnswersDocument): Judgement {
  if (document.syntax.length > 0) {
    return { findings: document.syntax.map((finding) => ({ ...finding, severity: 'error', field: '', code: 'malformed' })) };
  }
  const { file, findings: ofForm } = understand(document.content);
  const findings = ofForm.map(({ path, field, code, message }) => ({
    ...document.positionOf(path, code === 'unknown-field' ? 'name' : 'value'),
    severity: 'error' as const,
    ...(isOnPage(path) && { page: String(path[1]) }),
    field: isOnPage(path) ? path.slice(2).join('.') : field,
    code,
    message,
  }));
  const way = dryRun(file);
  const told = new Set([...findings.map(({ page, field }) => `${page}.${field}`), ...ofForm.map(({ path }) => meant(path))]);
  const hasPages = !ofForm.some(({ path }) => path.length === 0 || (path.length === 1 && path[0] === 'pages'));
  const onWay = (hasPages ? way.findings : [])
    .filter(({ page, field }) => !told.has(`${page}.${field}`))
    .map(({ page, field, code, message }) => ({
      ...document.positionOf(placeOf(page, field, code)),
      severity: 'error' as const,
      page,
      field,
      code,
      message,
    }));
  const unused = way.unused.map((page) => ({
    ...document.positionOf(['pages', page], 'name'),
    severity: 'warning' as const,
    page,
    field: '',
    code: 'unused',
    message: 'This page does not show on the way that the answers lead. Its answers have no effect.',
  }));
  const all = [...findings, ...onWay, ...unused];
  all.sort((a, b) => a.line - b.line || a.column - b.column);
  return { findings: all, understood: { file, way, secrets: secretsElsewhere(file) } };
}

/** Reads what can be understood, leaving out what can't, so that one slip does not hide the next. */
function understand(content: unknown): { file: AnswersFile; findings: FileFinding[] } {
  const findings: FileFinding[] = [];
  let left: unknown = structuredClone(content ?? {});
  for (;;) {
    const read = readAnswersFile(left, { placeholders: true });
    if ('file' in read) return { file: read.file, findings };
    findings.push(...read.findings);
    for (const { path } of read.findings.toReversed()) left = without(left, path);
  }
}

/** The content without what stands at a path or, where nothing does, without what it should stand in. */
function without(content: unknown, path: Path): unknown {
  const last = path.at(-1);
  if (last === undefined) return {};
  const within = path.slice(0, -1);
  const holder = within.reduce<unknown>((at, step) => (isHolder(at) ? at[step] : undefined), content);
  if (!isHolder(holder) || !Object.hasOwn(holder, last)) return without(content, within);
  if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return content;
}

function isHolder(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What a name that does not exist was probably meant to be: that it is missing needs no finding of its own. */
function meant([section, page, field]: Path): string | undefined {
  if (section !== 'pages' || page === undefined) return undefined;
  if (!isPageId(String(page))) return `${nearest(String(page), pageIds)}.`;
  return field === undefined ? undefined : `${page}.${nearest(String(field), Object.keys(pageOf(page as PageId).fields.shape))}`;
}

function placeOf(page: string, field: string, code: string): Path {
  return code === 'not-acknowledged' ? ['acknowledge'] : ['pages', page, ...(field ? field.split('.') : [])];
}

function secretsElsewhere({ pages }: AnswersFile): SecretElsewhere[] {
  return (Object.entries(pages) as [PageId, object][]).flatMap(([page, answers]) => {
    const found: SecretElsewhere[] = [];
    mapSecretFields(pageOf(page).fields, answers, (value, path) => {
      const { data } = placeholder.safeParse(value);
      if (data) found.push({ path: ['pages', page, ...path.split('.')], from: data });
      return value;
    });
    return found;
  });
}
