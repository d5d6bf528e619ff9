import type { Asked, TeamSheet } from './checklist.ts';
import { capitalize, words } from './words.ts';

/** The sheets as Markdown, with a box to tick for each answer. */
export function checklistMarkdown(sheets: readonly TeamSheet[]): string {
  return `${['# What to have at hand', ...sheets.map(sheetMarkdown)].join('\n\n')}\n`;
}

function sheetMarkdown({ title, text, asked, checks }: TeamSheet): string {
  return [
    `## ${title}`,
    text,
    asked.map(line).join('\n'),
    ...(checks.length > 0 ? [`The wizard will check: ${checks.map((check) => check.title).join('; ')}.`] : []),
  ].join('\n\n');
}

function line(asked: Asked): string {
  const { label, description, needed, secret, options, examples, default: usual, parts, page, text } = asked;
  const about = [
    ...(secret ? ['a secret: enter it in the wizard, and write it nowhere'] : []),
    ...(needed === 'dependent' ? ['depends on other answers'] : needed === 'optional' ? ['may be left empty'] : []),
    ...(examples?.length ? [`such as \`${String(examples[0])}\``] : []),
    ...(usual !== undefined && !options && typeof usual !== 'boolean' ? [`usually \`${String(usual)}\``] : []),
  ];
  return [
    `- [ ] **${label}**${about.length > 0 ? ` (${about.join('; ')})` : ''}`,
    ...(description ? [`  ${description}`] : []),
    ...(options ? [`  One of: ${options.map((option) => option.title).join('; ')}.`] : []),
    ...(parts ? [`  With: ${parts.map((part) => part.label).join(', ')}.`] : []),
    `  Page: ${capitalize(words(page))}.${text ? ` ${text}` : ''}`,
  ].join('\n');
}
