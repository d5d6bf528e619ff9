import fc from 'fast-check';

/** Texts that mean something to a shell, an installer, a parser, a terminal, a browser, or to whoever reads them. */
export const meaningful: readonly string[] = [
  // Names that an object has already
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  // Shells, and msiexec
  '$(reboot)',
  '`id`',
  '; rm -rf / #',
  '" & calc & rem "',
  '%COMSPEC%',
  '!PATH!',
  "'; Stop-Computer; '",
  '" TRANSFORMS="\\\\evil\\share\\x.mst',
  '@{u=1}',
  // What PowerShell takes for quotes and dashes
  '\u2018; calc; \u2019',
  '\u201c; calc; \u201d',
  '\u201a\u201b\u201e\u2013\u2014\u2015',
  // Marks that change the order of reading, or that nobody sees
  '\u202egnp.exe',
  '\u2066\u2067\u2068\u2069\u200e\u200f',
  '\u200b\u00ad\ufeff',
  // Terminals
  '\u001b[2J\u001b]0;owned\u0007',
  '\u009b31m',
  '\r\nSet-Cookie: a=b',
  // What is no text
  '\ud800',
  '\udc00\ud800',
  '\u0000',
  // Other languages
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../../etc/passwd',
  '\\\\evil\\share',
  'file:///etc/passwd',
  'http://169.254.169.254/',
  '1e999',
  '-0',
  '9007199254740993',
  '١٢٣',
  '２０２６',
  'ı\u0130ſK',
];

/** Any text, most often one that means something to somebody. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...meaningful) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  fc
    .tuple(fc.constantFrom(...meaningful), fc.string({ maxLength: 10 }), fc.constantFrom(...meaningful))
    .map((parts) => parts.join('')),
  // Lone halves of characters among others.
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.constantFrom('a', '0', ' ', '\\', '"', 'é', '操', '\u202e'), fc.constantFrom(100, 256, 1025, 5000))
    .map(([unit, times]) => unit.repeat(times)),
);
