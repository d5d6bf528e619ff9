import { describe, expect, it } from 'vitest';
import { emptyStory } from '../../services/installer/log/logStory.ts';
import { readLogLine } from '../../services/installer/log/readLogLine.ts';
import { redactor } from '../../services/installer/log/redactor.ts';
import { maskerOf } from '../../services/secrets/mask.ts';
import { expectLinear } from '../linearTime.ts';

/** Lines that are worst for one way or another of looking at them, of about so many characters. */
const lines: Readonly<Record<string, (length: number) => string>> = {
  'a name that goes on and on': (length) => 'a.'.repeat(length / 2),
  'many names, none of which is assigned': (length) => 'PASSWORD '.repeat(length / 9),
  'many assignments': (length) => 'a='.repeat(length / 2),
  'long names assigned': (length) => `${'a'.repeat(300)}=`.repeat(length / 301),
  'quotes that never close': (length) => 'X_PASSWORD="'.repeat(length / 12),
  'a secret value that never ends': (length) => `X_PASSWORD=${'x'.repeat(length)}`,
  'beginnings of a secret': (length) => 'Open-Sesam'.repeat(length / 10),
  'one letter, of which the secret is made as well': (length) => 'a'.repeat(length),
  'beginnings of a change': (length) => 'PROPERTY CHANGE: Adding a property. Its '.repeat(length / 40),
  'names and values': (length) => 'Name: Name= Value'.repeat(length / 17),
  'digits and colons': (length) => '10:'.repeat(length / 3),
  blanks: (length) => ' '.repeat(length),
  'words like a message': (length) => `Error ${'1920 '.repeat(length / 5)}`,
  'words of known failures': (length) => 'SQLSERVER_SERVER error exception database '.repeat(length / 42),
  'CJK and marks': (length) => '操作 10：\u200f'.repeat(length / 7),
};
const secrets = ['Open-Sesame', `${'a'.repeat(2000)}b`, 'p "w\\x; <Zürich>'];

describe('The work that a line of a log makes', () => {
  it.each(Object.keys(lines))('grows with its length and no faster: %s', (name) => {
    expectLinear(50_000, (length) => {
      const line = lines[name]!(length);
      const redact = redactor({ secrets });
      return () => {
        readLogLine(emptyStory(), line, { redact, actions: [] });
      };
    });
  });

  it('stays bounded, whatever the log teaches', () => {
    const redact = redactor({ secrets: [] });
    for (let n = 0; n < 2000; n++) expect(redact(`X_PASSWORD=${'y'.repeat(20)}${n}`)).toBe('X_PASSWORD=**********');
    expect(redact(`X_PASSWORD="${'z'.repeat(50_000)}" Y=1`)).toBe('X_PASSWORD=********** Y=1');
    expect(redact(`X_PASSWORD=${'y'.repeat(20)}1`)).toBe('X_PASSWORD=**********');
  });

  it('is none of a pattern: a secret may be as long as it likes', () => {
    const long = 'Ünlimited "$(x)"\\'.repeat(1000);
    expect(maskerOf([long])(`<${long}>`)).toBe('<**********>');
  });
});

describe('A kept secret', () => {
  const secret = `p"w'\\x; <Zürich>&+/?=ünd`;
  const others = {
    'Base64 of UTF-8': Buffer.from(secret).toString('base64'),
    'Base64 for URLs': Buffer.from(secret).toString('base64url'),
    'Base64 of UTF-16, as PowerShell takes commands': Buffer.from(`echo ${secret}!`, 'utf16le').toString('base64'),
    'Base64 behind a name, as in a header': Buffer.from(`user:${secret}`).toString('base64'),
    'Base64 behind two bytes': Buffer.from(`u:${secret}\n`).toString('base64'),
    XML: '<a b="p&quot;w&apos;\\x; &lt;Zürich&gt;&amp;+/?=ünd"/>',
    'XML with numbers': '<a b="p&quot;w&#39;\\x; &lt;Zürich&gt;&amp;+/?=ünd"/>',
    JSON: JSON.stringify({ secret }),
    'JSON of .NET': '{"x":"p\\u0022w\\u0027\\\\x; \\u003CZ\\u00FCrich\\u003E\\u0026\\u002B/?=\\u00FCnd"}',
    'JSON of PowerShell': '{"x":"p\\u0022w\\u0027\\\\x; \\u003cZ\\u00fcrich\\u003e\\u0026\\u002b/?=\\u00fcnd"}',
    'a URL': `https://x/?p=${encodeURIComponent(secret)}`,
    'a URL in small letters': `https://x/?p=${encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())}`,
    'a form': new URLSearchParams({ p: secret }).toString(),
    'a string of PowerShell': `'${secret.replaceAll("'", "''")}'`,
  };

  it.each(Object.entries(others))('is taken out as %s', (_, text) => {
    const shown = maskerOf([secret])(text);
    expect(shown).toContain('**********');
    expect(shown).not.toMatch(/rich|cDoi|WsO8|AHIAaQBj/);
    expect(shown.length).toBeLessThan(text.length - secret.length / 2);
  });

  it('is taken out whole where it overlaps another', () => {
    expect(maskerOf(['abcd', 'cdef', 'bc'])('xabcdefx bc')).toBe('x**********x **********');
  });
});
