import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LineSplitter } from '../../services/installer/log/lineSplitter.ts';
import { redactFile } from '../../services/installer/log/redactFile.ts';
import { redactor } from '../../services/installer/log/redactor.ts';
import { outcomeOfReport } from '../../services/installer/outcomeOfReport.ts';
import { isSecretProperty } from '../../services/installer/secretProperties.ts';

const secret = 'p "w\\x; <Zürich>';
const fixture = fileURLToPath(new URL('./fixtures/secrets-in-clear.txt', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redaction-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('redaction', () => {
  it('takes every secret out of what is kept and shown, however the log writes it', async () => {
    let kept = '';
    const outcome = await outcomeOfReport({
      exitCode: 1603,
      log: fixture,
      secrets: [secret],
      keep: (text) => {
        kept += text;
      },
    });
    for (const text of [kept, JSON.stringify(outcome)]) expectClean(text);
    expect(kept).toContain('MainEngineThread is returning 1603');
    expect(outcome.failure?.action).toBe('ConfigureDatabase');
  });

  it('takes the values of hidden properties out of a log whose secrets nobody knows any more', async () => {
    let kept = '';
    await outcomeOfReport({
      exitCode: 1603,
      log: fixture,
      keep: (text) => {
        kept += text;
      },
    });
    expectClean(kept);
  });

  it('redacts the original where it lies, in the way that it was written', async () => {
    const path = join(folder, 'installer.log');
    const before = await readFile(fixture);
    await writeFile(path, before);
    expect(await redactFile(path, redactor({ secrets: [secret], isHidden: isSecretProperty }))).toBe(true);
    const after = await readFile(path);
    expect(after.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    const text = after.subarray(2).toString('utf16le');
    expectClean(text);
    expect(text.split('\r\n')).toHaveLength(before.toString('utf16le').split('\r\n').length);
  });

  it('says so where the host does not let it redact the original', async () => {
    expect(await redactFile(join(folder, 'none', 'installer.log'), (line) => line)).toBe(false);
  });

  it('leaves no secret in a line, whatever both are', () => {
    fc.assert(
      fc.property(text(1), text(0), text(0), (hidden, before, after) => {
        const shown = redactor({ secrets: [hidden] })(`${before}${hidden}${after}`);
        expect(shown).not.toContain(hidden);
      }),
    );
  });

  it('finds a secret that is split between two pieces of the log', () => {
    const line = `Login failed with ${secret}.\r\n`;
    for (const [encoding, mark] of [
      ['utf16le', '\ufeff'],
      ['utf8', ''],
    ] as const) {
      const bytes = Buffer.from(mark + line.repeat(3), encoding);
      for (let cut = 1; cut < bytes.length; cut++) {
        const splitter = new LineSplitter();
        const lines = [...splitter.push(bytes.subarray(0, cut)), ...splitter.push(bytes.subarray(cut)), ...splitter.end()];
        expect(lines.map(redactor({ secrets: [secret] }))).toEqual(Array(3).fill('Login failed with **********.'));
      }
    }
  });

  it.each([
    ['SERVICE_ACCOUNT_PASSWORD', true],
    ['MAILBOX_CLIENT_SECRET', true],
    ['SERVICE_ACCOUNT_NAME', false],
    ['HIDDEN_BY_THE_PACKAGE', true],
  ])('knows whether %s is secret', (name, expected) => {
    expect(isSecretProperty(name, ['HIDDEN_BY_THE_PACKAGE'])).toBe(expected);
  });
});

function expectClean(text: string) {
  for (const leak of [secret, 'Zürich', '"w\\x', 'Unknown-Here-1']) expect(text).not.toContain(leak);
}

function text(minLength: number) {
  return fc.string({ minLength, unit: fc.constantFrom('a', 'B', '"', ';', '\\', '=', ' ', '$', '.', 'ü', '<') });
}
