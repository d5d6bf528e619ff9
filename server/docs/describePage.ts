import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { waysOf } from '../../machines/plan/applicationWays.ts';
import { code, table } from '../markdown/table.ts';
import { fieldRows } from './fields.ts';

/** A page's section: what it is for, its fields, its notes, the ways to what it asks for, and its checks. */
export function describePage(id: PageId): string {
  const page = pageOf(id);
  const { title, subtitle, guidance, notes = [] } = page;
  const checks = Object.keys(page.checks ?? {});
  const parts = [
    `## ${id}`,
    `**${subtitle || title}.** ${guidance}`,
    table(['field', 'label', 'answers', 'needed', 'becomes'], fieldRows(page)),
    notes.map(({ code: note, message }) => `- ${code(note)}: ${message}`).join('\n'),
    waysOf(nothingKnown, id).map(describeWay).join('\n\n'),
    checks.length > 0 ? `Checked by ${checks.map(code).join(', ')}: see [checks](checks.md).` : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

const nothingKnown = { answers: {}, proposals: {}, registration: null };

function describeWay({ title, roles, steps }: ReturnType<typeof waysOf>[number]): string {
  return [`### ${title}`, `It takes:\n\n${list(roles)}`, steps.map((step, at) => `${at + 1}. ${step}`).join('\n')].join('\n\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
