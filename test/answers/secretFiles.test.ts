import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfiguration, tokensOf } from '../../server/configuration/readConfiguration.ts';
import { readSecretFile, secretIn } from '../../services/files/textFile.ts';

const secret = 'p "w\\x; <Zürich> 操作 0123';
const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-files-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('A file with a secret', () => {
  it.each([
    ['UTF-8', Buffer.from(secret)],
    ['UTF-8 with its mark, as Notepad writes it', Buffer.from(`\ufeff${secret}\r\n`)],
    ['UTF-16, as PowerShell writes it', wide(`${secret}\r\n`)],
    ['UTF-16 the other way round', wide(`${secret}\r\n`).swap16()],
    ['a line break at its end', Buffer.from(`${secret}\n`)],
  ])('in %s is read rightly', (_, bytes) => {
    expect(secretIn(bytes)).toEqual({ secret });
  });

  it.each([
    ['more than one line', Buffer.from('one\ntwo\n'), /more than one line/],
    ['an empty line at its end', Buffer.from('one\n\n'), /more than one line/],
    ['nothing', Buffer.from('\r\n'), /is empty/],
    ['UTF-16 without its mark', Buffer.from('one', 'utf16le'), /neither UTF-8 nor UTF-16/],
    ['a code page', Buffer.from('Zürich', 'latin1'), /neither UTF-8 nor UTF-16/],
  ])('with %s is refused by name', (_, bytes, words) => {
    expect(secretIn(bytes)).toEqual({ problem: expect.stringMatching(words) });
  });

  it('that is not there, or is a folder, is refused by name', () => {
    expect(readSecretFile(join(folder, 'none'))).toEqual({ problem: 'is not there.' });
    expect(readSecretFile(folder)).toEqual({ problem: expect.stringMatching(/cannot be read/) });
  });
});

describe('The files that the configuration names', () => {
  it('are read in the same ways: tokens and master key', () => {
    const tokens = join(folder, 'tokens');
    const key = join(folder, 'key');
    writeFileSync(tokens, wide('# ours\r\nOlga: 0123456789abcdef\r\nPaul: fedcba9876543210\r\n'));
    writeFileSync(key, wide(`${'0f'.repeat(32)}\r\n`));
    const config = readConfiguration({ MIM_SETUP_TOKEN_FILE: tokens, MIM_SETUP_KEY_FILE: key }, {});
    expect(tokensOf(config)).toEqual([
      { name: 'Olga', token: '0123456789abcdef' },
      { name: 'Paul', token: 'fedcba9876543210' },
    ]);
    writeFileSync(tokens, Buffer.from('Olga: 0123456789abcdef', 'utf16le'));
    expect(() => readConfiguration({ MIM_SETUP_TOKEN_FILE: tokens }, {})).toThrow(/neither UTF-8 nor UTF-16/);
  });

  it('are refused by name where a password is none', () => {
    const password = join(folder, 'password');
    const file = join(folder, 'config.yaml');
    writeFileSync(file, JSON.stringify({ directory: { url: 'ldaps://dc', user: 'x', passwordFile: password } }));
    writeFileSync(password, 'one\ntwo\n');
    expect(() => readConfiguration({ MIM_SETUP_CONFIG: file }, {})).toThrow(/password has more than one line/);
  });
});
