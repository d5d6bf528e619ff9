import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mimSetup } from '../cli/mimSetup.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'endings-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('A subcommand that is given what does not do ends with 2', () => {
  it('inspect: a file that is not there, or is no package', async () => {
    writeFileSync(join(folder, 'no.msi'), 'no package');
    for (const path of ['none.msi', 'no.msi']) expect((await mimSetup(folder, ['inspect', path])).code).toBe(2);
  });

  it('report and show: from a folder where there is no data, of which none is made', async () => {
    const id = '3f1c0a52-8f0e-4b0e-9a3b-0c0a4b6f6a11';
    for (const command of [
      ['report', id],
      ['report', id, '--exit-code', '0'],
      ['show', id],
      ['plan', id],
    ]) {
      expect(await mimSetup(folder, command)).toMatchObject({
        code: 2,
        errors: expect.stringContaining('There is no data folder'),
      });
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
  });

  it('validate tells of a file for a secret that is not there, beside everything else', async () => {
    writeFileSync(
      join(folder, 'answers.yaml'),
      'pages:\n  signIn: { method: clientCredentials, clientSecret: { file: none.txt } }\n',
    );
    const { output } = await mimSetup(folder, ['validate', 'answers.yaml']);
    expect(output).toContain('answers.yaml:2:40: warning: signIn.clientSecret: The file none.txt, which is looked for beside');
  });
});
