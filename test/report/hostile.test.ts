import fc from 'fast-check';
import MarkdownIt, { type Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { ClosingReport } from '../../server/report/closingReport.ts';
import { reportAsHtml } from '../../server/report/html.ts';
import { reportAsMarkdown } from '../../server/report/markdown.ts';
import { serve } from '../http/service.ts';
import { runs } from '../properties/settings.ts';
import { read } from './pageOf.ts';

describe('Whatever users have typed', () => {
  it('stands as text in the HTML report, and the page is valid HTML of its own elements alone', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, reason, value) => {
        const page = read(reportAsHtml(reportWith(name, reason, value)));
        expect([...page.elements].filter((element) => !ours.has(element))).toEqual([]);
        expect([...page.attributes].filter((attribute) => !['lang', 'charset', 'name', 'content'].includes(attribute))).toEqual(
          [],
        );
        expect(page.title).toBe(shown(name));
        expect(page.heading).toBe(shown(name));
        expect(page.items).toContain(shown(`From ${value}`));
        for (const text of [name, reason, value]) expect(page.cells).toContain(shown(text));
        for (const [title, columns] of Object.entries(widths)) {
          expect(page.tables[title]?.map((row) => row.length)).toEqual([columns, columns]);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('stands as text in the Markdown report, also for a reader who takes HTML in it', () => {
    const lax = new MarkdownIt({ html: true });
    fc.assert(
      fc.property(hostile, hostile, hostile, (name, reason, value) => {
        const markdown = reportAsMarkdown(reportWith(name, reason, value));
        const kinds = new Set(lax.parse(markdown, {}).flatMap(kindsOf));
        expect([...kinds].filter((kind) => !plain.has(kind))).toEqual([]);
        expect(markdown.split('\n').filter((line) => line.startsWith('## '))).toHaveLength(9);
        expect(markdown.match(/^#/gm)).toHaveLength(10);
      }),
      { numRuns: runs(500) },
    );
  });

  it('comes through the service as it was typed', async () => {
    await using served = await serve();
    const name = '<img src=x onerror=alert(1)> | `x` [a](javascript:alert(1)) &amp; <!-- ';
    const { id } = await served.client.begin({ mode: 'rehearsal', name });
    const page = read(await (await fetch(`${served.url}/api/v1/installations/${id}/report?format=html`)).text());
    expect(page.heading).toBe(name.trim());
    expect(page.title).toBe(name.trim());
    expect([...page.elements].filter((element) => !ours.has(element))).toEqual([]);
  });
});

const ours = new Set('html head meta title style body main h1 h2 p ul li table thead tbody tr th td'.split(' '));
const plain = new Set([
  ...'heading paragraph bullet_list list_item table thead tbody tr th td'
    .split(' ')
    .flatMap((one) => [`${one}_open`, `${one}_close`]),
  ...['inline', 'text', 'text_special'],
]);
const widths = {
  'Checks overridden': 6,
  Answers: 3,
  'Warnings taken on': 3,
  'Closing tasks': 5,
  'Other checks that did not pass': 4,
};

const nasty = fc.constantFrom(
  ...[
    '<script>alert(1)</script>',
    '</style><b>',
    '-->',
    '<!--',
    '&lt;',
    '&#60;',
    '|',
    '\\|',
    '\\',
    '`',
    '```',
    '~~~',
    '# ',
    '---',
    '===',
  ],
  ...[
    '\n',
    '\r',
    '\r\n',
    '\t',
    '\u2028',
    '\u0000',
    '\u001b[31m',
    '\u0085',
    '[a](javascript:alert(1))',
    '![a](b)',
    '<http://x>',
    '**',
    '__',
  ],
  ...[
    '*',
    '_',
    '~~',
    '1. ',
    '1) ',
    '- ',
    '+ ',
    '    ',
    '> ',
    '$',
    '"',
    "'",
    '{{x}}',
    '\u202e',
    '\ud800',
    'a',
    ' ',
    'ü',
    '😀',
    '[x]: y',
  ],
);
const hostile = fc
  .oneof(
    fc.array(nasty, { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', minLength: 1 }),
  )
  .filter((text) => shown(text) !== '');

/** As it is shown: controls are spaces, what is no character is marked, and nothing turns the direction of what follows. */
function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Noncharacter_Code_Point}/gu, '\ufffd')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

function reportWith(name: string, reason: string, value: string): ClosingReport {
  const word = { who: name, at: '2026-11-22T10:00:00.000Z' };
  return {
    name,
    id: 'x',
    mode: 'live',
    status: 'finished',
    begun: word,
    endedAt: word.at,
    option: null,
    components: [],
    package: value,
    outcome: null,
    attempts: [],
    answers: [{ page: value, field: name, value, isChosen: false }],
    warnings: [{ title: value, ...word }],
    overrides: [{ page: name, check: value, found: value, reason, ...word }],
    settlements: [{ answer: name, property: value, asked: reason, counts: value, ...word }],
    checks: [{ page: reason, check: value, status: 'warning', found: value }],
    tasks: [{ title: value, outcome: 'skipped', reason, word }],
    handedOut: null,
    phases: [],
  };
}

function kindsOf({ type, children }: Token): string[] {
  return [type, ...(children ?? []).flatMap(kindsOf)];
}
