import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { code, table } from '../markdown/table.ts';
import { fieldRows } from './fields.ts';

/** A page's section: what it is for, its fields, its notes and its checks. */
export function describePage(id: PageId): string {
  const page = pageOf(id);
  const { title, subtitle, guidance, notes = [] } = page;
  const checks = Object.keys(page.checks ?? {});
  const parts = [
    `## ${id}`,
    `**${subtitle || title}.** ${guidance}`,
    table(['field', 'label', 'answers', 'needed', 'becomes'], fieldRows(page)),
    notes.map(({ code: note, message }) => `- ${code(note)}: ${message}`).join('\n'),
    checks.length > 0 ? `Checked by ${checks.map(code).join(', ')}: see [checks](checks.md).` : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}
