import type { Asked, TeamSheet } from './checklist.ts';
import { english, type Wording } from './wording.ts';
import { capitalize, words } from './words.ts';

/** The sheets as Markdown, with a box to tick for each answer. */
export function checklistMarkdown(sheets: readonly TeamSheet[], { tell }: Pick<Wording, 'tell'> = english): string {
  return `${[`# ${tell('What to have at hand')}`, ...sheets.map((sheet) => sheetMarkdown(sheet, tell))].join('\n\n')}\n`;
}

function sheetMarkdown({ title, text, asked, checks }: TeamSheet, tell: Wording['tell']): string {
  const checked = checks.map((check) => tell(check.title)).join('; ');
  return [
    `## ${tell(title)}`,
    tell(text),
    asked.map((one) => line(one, tell)).join('\n'),
    ...(checks.length > 0 ? [`${tell('The wizard will check')}: ${checked}.`] : []),
  ].join('\n\n');
}

function line(asked: Asked, tell: Wording['tell']): string {
  const { label, description, needed, secret, options, examples, default: usual, parts, page, text } = asked;
  const about = [
    ...(secret ? [tell('a secret: enter it in the wizard, and write it nowhere')] : []),
    ...(needed === 'dependent' ? [tell('depends on other answers')] : []),
    ...(needed === 'optional' ? [tell('may be left empty')] : []),
    ...(examples?.length ? [`${tell('such as')} \`${String(examples[0])}\``] : []),
    ...(usual !== undefined && !options && typeof usual !== 'boolean' ? [`${tell('usually')} \`${String(usual)}\``] : []),
  ];
  return [
    `- [ ] **${tell(label)}**${about.length > 0 ? ` (${about.join('; ')})` : ''}`,
    ...(description ? [`  ${tell(description)}`] : []),
    ...(options ? [`  ${tell('One of')}: ${options.map((option) => tell(option.title)).join('; ')}.`] : []),
    ...(parts ? [`  ${tell('With')}: ${parts.map((part) => tell(part.label)).join(', ')}.`] : []),
    `  ${tell('Page')}: ${tell(capitalize(words(page)))}.${text ? ` ${tell(text)}` : ''}`,
  ].join('\n');
}
