import fc from 'fast-check';
import { hostileText } from './hostileText.ts';

/** Bytes, and what they say of themselves. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** A JSON text, written in a way that parsers have been seen to stumble over. */
export function writtenOddly(value: unknown): fc.Arbitrary<Body> {
  const text = JSON.stringify(value) ?? 'null';
  const json = { 'Content-Type': 'application/json' };
  const utf8 = (written: string) => ({ bytes: Buffer.from(written), headers: json });
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant(utf8(text)) },
    fc.constantFrom(
      utf8(`\ufeff${text}`),
      utf8(` \t\r\n${text}\n\n`),
      utf8(`${text}${text}`),
      utf8(`${text},`),
      utf8(`/* */${text}`),
      utf8(text.replace('{', '{"type":"cancel","type":"back",')),
      utf8(text.replace('{', '{"__proto__":{"type":"cancel"},')),
      utf8(text.replace('{', '{"constructor":{"prototype":{"isAdmin":true}},')),
      utf8(text.replaceAll('"', "'")),
      utf8(text.slice(0, -1)),
      { bytes: Buffer.from(text, 'utf16le'), headers: { 'Content-Type': 'application/json; charset=utf-16le' } },
      { bytes: Buffer.from(`\ufeff${text}`, 'utf16le'), headers: json },
      { bytes: Buffer.from(text), headers: { 'Content-Type': 'application/json; charset=utf-7' } },
      { bytes: Buffer.from(text), headers: { 'Content-Type': 'application/json; charset="utf-8"; charset=latin1' } },
      { bytes: Buffer.from(text), headers: { 'Content-Type': 'APPLICATION/JSON;;' } },
      { bytes: Buffer.from(text), headers: { 'Content-Type': 'application/json, text/plain' } },
      { bytes: Buffer.from(text), headers: { ...json, 'Content-Encoding': 'gzip' } },
      { bytes: Buffer.from(text), headers: { ...json, 'Content-Encoding': 'identity, identity' } },
      { bytes: Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc0, 0xaf, 0xff])]), headers: json },
    ),
  );
}

/** Structures that are small to send and may be large to take; how the work grows with their size is held by suites of its own. */
const structures: fc.Arbitrary<string> = fc.oneof(
  fc.integer({ min: 1, max: 4000 }).map((depth) => '['.repeat(depth)),
  fc.integer({ min: 1, max: 4000 }).map((depth) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`),
  fc.integer({ min: 1, max: 400 }).map((width) => `{${Array.from({ length: width }, (_, at) => `"k${at}":${at}`).join(',')}}`),
  fc.integer({ min: 1, max: 400 }).map((width) => `[${'0,'.repeat(width)}0]`),
  fc.integer({ min: 1, max: 400 }).map((width) => `{${'"__proto__":1,'.repeat(width)}"a":1}`),
  fc.integer({ min: 1, max: 4000 }).map((digits) => `{"a":${'9'.repeat(digits)}}`),
  fc.integer({ min: 1, max: 400 }).map((times) => `{"a":"${'\\ud800'.repeat(times)}"}`),
);

/** YAML that is small to send and may be large to take. */
export const yaml: fc.Arbitrary<string> = fc.oneof(
  hostileText,
  structures,
  fc.integer({ min: 1, max: 60 }).map(laughs),
  fc
    .integer({ min: 1, max: 300 })
    .map((times) => `pages:\n  welcome: &a {}\n${Array.from({ length: times }, (_, at) => `  p${at}: *a`).join('\n')}`),
  fc.integer({ min: 1, max: 400 }).map((times) => `a: &a {b: 1}\nc:\n${'  <<: *a\n'.repeat(times)}`),
  fc
    .integer({ min: 1, max: 300 })
    .map((times) => Array.from({ length: times }, (_, at) => `- !<tag:yaml.org,2002:t${at}> x`).join('\n')),
  fc.integer({ min: 1, max: 300 }).map((times) => `a: ${'!!js/function '.repeat(times)}x`),
  fc.integer({ min: 1, max: 300 }).map((times) => `${'? '.repeat(times)}a`),
  fc.integer({ min: 1, max: 300 }).map((times) => `${'- '.repeat(times)}a`),
  fc.integer({ min: 1, max: 300 }).map((times) => '---\n'.repeat(times)),
  fc.integer({ min: 1, max: 300 }).map((times) => `%TAG !e! tag:example,2026:\n---\na: ${'&x '.repeat(times)}b`),
  fc.integer({ min: 1, max: 300 }).map((times) => `a: "${'\\x41\\u202e'.repeat(times)}"`),
  fc.integer({ min: 1, max: 400 }).map((times) => `a: |2\n${' '.repeat(times)}\n b`),
  fc.constantFrom(
    'a: !!binary "AAAA"',
    'a: 2026-01-01',
    'a: .nan',
    '? {a: 1}\n: b',
    '<<: {pages: {}}',
    '\ufeff---\n...\n',
    '@a',
    '%',
  ),
);

/** "A billion laughs": each line stands for ten of the one before. */
function laughs(lines: number): string {
  const rest = Array.from({ length: lines }, (_, at) => `l${at + 1}: &l${at + 1} [${Array(10).fill(`*l${at}`).join(',')}]`);
  return `l0: &l0 lol\n${rest.join('\n')}`;
}

/** An installer's log, or what passes itself off as one. */
const logText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      hostileText,
      fc.constantFrom(
        '=== Verbose logging started: 1/1/2026  10:00:00  Build type: SHIP UNICODE 5.00.10011.00  Calling process: msiexec.exe ===',
        'Action start 10:00:00: InstallFiles.',
        'Action ended 10:00:01: InstallFiles. Return value 3.',
        'MSI (s) (A0:B0) [10:00:00:000]: Product: X -- Installation failed.',
        'Property(S): SERVICE_PASSWORD = Pass@word1',
        'MSI (s) (A0:B0) [10:00:00:000]: MainEngineThread is returning 1603',
      ),
      fc.integer({ min: 1, max: 4000 }).map((times) => 'a.'.repeat(times)),
    ),
    { maxLength: 12 },
  )
  .map((lines) => lines.join('\r\n'));

const logBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  logText.map((text) => Buffer.from(text)),
  logText.map((text) => Buffer.from(`\ufeff${text}`, 'utf16le')),
  // Cut within a character.
  logText.map((text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le').subarray(0, -1)])),
  fc.uint8Array({ maxLength: 400 }),
);

/** A body of a content type, which has nothing to do with what is asked for. */
export function hostileBody(type: string): fc.Arbitrary<Body> {
  const as = (bytes: Uint8Array, said = type): Body => ({ bytes, headers: { 'Content-Type': said } });
  if (/yaml/.test(type)) return yaml.map((text) => as(Buffer.from(text)));
  if (/text|octet/.test(type)) return logBytes.map((bytes) => as(bytes));
  return fc.oneof(
    structures.map((text) => as(Buffer.from(text))),
    hostileText.map((text) => as(Buffer.from(text))),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => as(bytes)),
    fc.tuple(structures, hostileText).map(([text, said]) => as(Buffer.from(text), printable(said))),
  );
}

/** What a header can carry. */
export function printable(text: string): string {
  return text.replace(/[^\x20-\x7e\x80-\xff]/g, '~').slice(0, 2000);
}
