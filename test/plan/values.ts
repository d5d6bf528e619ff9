import fc from 'fast-check';
import type { Plan, PlannedValue } from '../../machines/plan/plan.ts';

/** Values that quoting is known to go wrong with. */
export const awkward: readonly string[] = [
  '',
  ' ',
  '"',
  '""',
  '"""',
  '\\',
  '\\"',
  'C:\\a folder\\',
  'svc$',
  'contoso\\MIMSyncGMSAsvc$',
  '%',
  '%%',
  '%PATH%',
  '%SystemRoot%',
  '%~dp0',
  '^',
  '^^',
  '^&',
  'a & calc & rem',
  '" & calc & rem "',
  'a | b < c > d',
  '!',
  '!!',
  '!PATH!',
  '^!PATH^!',
  '"!PATH!"',
  'Pass@word1!',
  "it's",
  "''",
  '`$(calc)`',
  '$env:PATH',
  '@{a=1}',
  '#>',
  '(a)',
  ')',
  'a=b',
  'a;b,c',
  '/qb',
  'ADDLOCAL="b"',
  '" ADDLOCAL="b',
  'Zürich-Ω-日本-😀',
  '‘typographic’ “quotes”',
  '\u202Eback\u202C \u2067around\u2069 \u200Emark\u061C',
  'é',
  'ß"ü%ö!ä^',
];

/** Any text that a command line can carry; shorter than what a batch file takes of a secret. */
export const text = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'"\\ %!^&|<>()$\'`=;,@#a1ü‘😀'), maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => one.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(one)),
);

/** A path as Windows allows it. */
export const windowsPath = fc
  .array(fc.string({ unit: fc.constantFrom(..."aZ 1%!^&()'$;,=@`üΩ"), minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((folders) => `C:\\${folders.join('\\')}`);

/** A complete plan with these values, and secrets by the name of their property. */
export function planWith(values: Readonly<Record<string, string>>, secrets: readonly string[]): Plan {
  const common = { provenance: 'documented', passed: true } as const;
  return {
    complete: true,
    missing: [],
    option: 'E',
    features: ['CommonServices'],
    properties: [
      ...Object.entries(values).map(
        ([name, value]): PlannedValue => ({ ...common, name, value, secret: false, page: 'database', field: 'name' }),
      ),
      ...secrets.map(
        (name): PlannedValue => ({ ...common, name, value: null, secret: true, page: 'serviceAccount', field: 'password' }),
      ),
    ],
    uncertain: [],
    overrides: [],
    answers: [],
    notes: [],
    afterwards: [],
  };
}
