import { describe, expect, it } from 'vitest';
import { readAnswersFile } from '../../server/answers/answersFile.ts';
import { readAnswersText } from '../../server/answers/answersText.ts';
import { expectLinear } from '../linearTime.ts';

const page = (value: string) => `pages:\n  mailboxApplication:\n    clientSecret: ${value}\n`;
/** Where the value stands. */
const at = page('').length - 1;

describe('YAML that says something else than stands there is an error at its place', () => {
  it.each([
    ['wrong #more', /# is a comment/],
    ['&x wrong', /& names the value/],
    ['!x wrong', /! is a tag/],
    ['!x', /! is a tag/],
    ['*x', /\* refers to another value, and there is none/],
    ['0123', /for a number/],
    ['1e3', /for a number/],
    ['true', /word of its own/],
    ['one\n      two', /one line of these/],
    ['"C:\\temp"', /In double quotes a backslash/],
    ['"a\\0b"', /In double quotes a backslash/],
    ['"C:\\New"', /In double quotes a backslash/],
    ['"C:\\Program"', /In double quotes a backslash/],
    ['"C:\\Logs"', /In double quotes a backslash/],
    ['"C:\\_old"', /In double quotes a backslash/],
    ['"C:\\ new"', /In double quotes a backslash/],
    ['"a\\u200bb"', /In double quotes a backslash/],
    ["'one\n      two'", /one line of these/],
    ['"one\n      two"', /one line of these/],
    ['"one\\\n      two"', /one line of these/],
    ['>-\n      one\n      two', /one line of these/],
  ])('%s', (value, words) => {
    const { findings } = readAnswersText(page(value));
    expect(findings.map(({ message }) => message)).toEqual([expect.stringMatching(words)]);
    expect(findings[0]!.message).toMatch(/quotes/);
    expect(findings[0]!.message).not.toMatch(/wrong|more|0123|temp/);
    expect(findings[0]!.offset).toBeGreaterThanOrEqual(at);
  });

  it.each([
    ["'wrong #more'", 'wrong #more'],
    ['"&x"', '&x'],
    ["'*x' # a remark", '*x'],
    ['wrong#more', 'wrong#more'],
    ["'0123'", '0123'],
    ['!!str 0123', '0123'],
    ["'C:\\temp'", 'C:\\temp'],
    ['"C:\\\\temp \\u00fc"', 'C:\\temp ü'],
    ['"C:\\\\ New \\"x\\""', 'C:\\ New "x"'],
    ['>-\n      one two', 'one two'],
    ['|-\n      one two', 'one two'],
  ])('and what is written as it is meant is read: %s', (value, expected) => {
    expect(readAnswersText(page(value)).content).toEqual({ pages: { mailboxApplication: { clientSecret: expected } } });
  });

  it('a remark behind an answer that anybody can read is a remark, and a value may be named and used twice', () => {
    const text = 'pages:\n  database: { server: &sql sql01, name: x } # the listener\n  mailServer:\n    host: *sql # the same\n';
    expect(readAnswersText(text).content).toEqual({
      pages: { database: { server: 'sql01', name: 'x' }, mailServer: { host: 'sql01' } },
    });
  });

  it.each([
    ['two documents', 'pages: {}\n---\npages: {}\n', /second document/, 10],
    ['a name twice', 'pages: {}\npages: {}\n', /twice/, 10],
  ])('%s', (_, text, words, offset) => {
    expect(readAnswersText(text).findings[0]).toEqual({ offset, message: expect.stringMatching(words) });
  });
});

describe('JSON', () => {
  it('is read as JSON', () => {
    expect(readAnswersText('{"pages": {"database": {"server": "a", "port": 1e3}}}').content).toEqual({
      pages: { database: { server: 'a', port: 1000 } },
    });
  });

  it.each([
    ['a remark', '{ // x\n "pages": {} }'],
    ['a comma behind the last', '{"pages": {},}'],
    ['an end that is missing', '{"pages": {'],
    ['a name twice', '{"pages": {}, "pages": {}}'],
    ['something behind it', '{"pages": {}} x'],
    ['YAML', '{"pages": {database: {}}}'],
  ])('with %s is refused, with the place', (_, text) => {
    const { findings, content } = readAnswersText(text, { isJson: true });
    expect(findings.length).toBeGreaterThan(0);
    expect(content).toBeUndefined();
  });

  it('tells the place of a name, of a value and of what is missing', () => {
    const text = '{"pages": {"database": {"server": "sql01"}}}';
    const { offsetOf } = readAnswersText(text);
    expect(offsetOf(['pages', 'database', 'server'], 'value')).toBe(text.indexOf('"sql01"'));
    expect(offsetOf(['pages', 'database', 'server'], 'name')).toBe(text.indexOf('"server"'));
    expect(offsetOf(['pages', 'database', 'name'], 'value')).toBe(text.indexOf('"database"'));
  });
});

describe('The work that a text makes', () => {
  const texts: Readonly<Record<string, (size: number) => string>> = {
    commas: (size) => ','.repeat(size),
    'commas in a list': (size) => `[${','.repeat(size)}`,
    'short names': (size) => Array.from({ length: size / 6 }, (_, n) => `${n.toString(36)}: 1\n`).join(''),
    'JSON of many names': (size) => `{${Array.from({ length: size / 10 }, (_, n) => `"${n.toString(36)}":1`).join(',')}}`,
    brackets: (size) => '['.repeat(size),
    braces: (size) => '{"a":'.repeat(size / 5),
    anchors: (size) => '- &a b\n'.repeat(size / 7),
    aliases: (size) => `a: &a b\nc:\n${'  - *a\n'.repeat(size / 7)}`,
    tags: (size) => '- !a b\n'.repeat(size / 7),
    'one long text': (size) => `a: "${'b\n  '.repeat(size / 4)}"`,
    'one long plain text': (size) => `a: ${'b\n  '.repeat(size / 4)}`,
    'a block of text': (size) => `a: |\n${'  b\n'.repeat(size / 4)}`,
    blanks: (size) => ' '.repeat(size),
    remarks: (size) => '# a\n'.repeat(size / 4),
    'document marks': (size) => '---\n'.repeat(size / 4),
    'unclosed quotes': (size) => '"a\n'.repeat(size / 3),
    'question marks': (size) => '? a\n'.repeat(size / 4),
    'names of names': (size) => `${'? '.repeat(Math.min(30, size / 2))}a\n`.repeat(size / 62),
    'names that are lists': (size) => '? [a, [b, {c: d}]]\n'.repeat(size / 19),
    'names on every line, one level deeper each': (size) =>
      Array.from({ length: Math.sqrt(size / 2) }, (_, at) => `${' '.repeat(at)}?\n`).join(''),
    'values that stand for others': (size) =>
      `a: &a\n  b: c\n${Array.from({ length: size / 12 }, (_, n) => `${n.toString(36)}: *a\n`).join('')}`,
    merges: (size) => `a: &a {b: 1}\nc:\n${'  <<: *a\n'.repeat(size / 9)}`,
    'tags in a row': (size) => `a: ${'!!a '.repeat(size / 4)}b`,
    dashes: (size) => '- '.repeat(size / 2),
    'JSON of one long text': (size) => `{"a": "${'\\"'.repeat(size / 2)}"}`,
  };

  it.each(Object.keys(texts))('is bounded, or grows with its size and no faster: %s', (name) => {
    expectLinear(60_000, (size) => {
      const text = texts[name]!(size);
      return () => void readAnswersText(text);
    });
  });

  it('is refused where there is more than in any file of answers, and few of its faults are told', () => {
    expect(readAnswersText(texts['short names']!(250_000)).findings[0]?.message).toMatch(/more in it than in any such file/);
    expect(readAnswersText(texts['braces']!(250_000)).findings[0]?.message).toMatch(/deeper than 32/);
    expect(readAnswersText(texts['tags']!(10_000)).findings).toHaveLength(50);
    expect(readAnswersText(texts['values that stand for others']!(10_000)).findings[0]?.message).toMatch(/over 100 times/);
    expect(readAnswersText('? '.repeat(40)).findings[0]?.message).toMatch(/deeper than 32/);
    expect(readAnswersText(Array.from({ length: 40 }, (_, at) => `${' '.repeat(at)}a:\n`).join('')).findings[0]?.message).toMatch(
      /deeper than 32/,
    );
    expect(readAnswersText('? [a, b]\n: c').findings[0]?.message).toBe('A name is a text, and no list of others.');
  });
});

describe('A secret in a file of answers', () => {
  it.each(['with\nbreak', 'with\0nul', 'x'.repeat(5000)])('is judged before anything is sealed', (password) => {
    const pages = { serviceAccount: { name: 'svcMIMService', domain: 'contoso', password, email: 'a@contoso.com' } };
    const read = readAnswersFile({ pages });
    expect(read).toEqual({ findings: [expect.objectContaining({ field: 'serviceAccount.password', code: 'invalid' })] });
    expect(JSON.stringify(read)).not.toContain(JSON.stringify(password).slice(1, -1));
  });

  it('that is kept, elsewhere or left out is left to the way', () => {
    const given = [{ kept: true }, '', null, undefined];
    for (const password of given) {
      expect(readAnswersFile({ pages: { serviceAccount: { name: 'x', password } } })).toHaveProperty('file');
    }
    const elsewhere = { pages: { serviceAccount: { password: { env: 'X' } } } };
    expect(readAnswersFile(elsewhere, { placeholders: true })).toHaveProperty('file');
  });
});
