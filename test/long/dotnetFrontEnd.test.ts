import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answersFor, type PageAnswers } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';

const example = 'docs/examples/dotnet';
const missing = spawnSync('dotnet', ['--version']).error !== undefined;

describe.skipIf(missing && !process.env['CI'])(
  'The example front end for .NET (needs the .NET SDK)',
  { timeout: 600_000 },
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-dotnet-'));
    let served: Served;

    beforeAll(async () => {
      cpSync(example, join(folder, 'source'), {
        recursive: true,
        filter: (path) => !/[\\/](?:bin|obj)$/.test(path),
      });
      const build = ['build', '-v', 'quiet', '-o', join(folder, 'built'), `-p:ApiDocument=${resolve('docs/openapi.json')}`];
      execFileSync('dotnet', build, { cwd: join(folder, 'source'), env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1' } });
      served = await serve({ token: 'of-somebody-at-a-console' });
    }, 600_000);
    afterAll(async () => {
      await served?.[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    });

    it('has fewer than 150 lines of its own', () => {
      const lines = ['Program.cs', 'Form.cs'].flatMap((name) => readFileSync(join(example, name), 'utf8').split('\n'));
      expect(lines.length).toBeLessThan(150);
    });

    it('walks option C to its end in a console, by a client that is made from the OpenAPI document', async () => {
      const { code, shown } = await sit(answersFor('C'));
      expect(shown).toContain('Configure the MIM database connection');
      expect(shown).toMatch(/: Finished, option C\.\n$/);
      expect(code).toBe(0);
    });

    it('tells why answers are refused, and asks the same page again', async () => {
      const said = [false, true];
      const hesitant = {
        get accepted() {
          return said.shift();
        },
      };
      const { code, shown } = await sit({ ...answersFor('C'), licenseAgreement: hesitant });
      expect(shown.match(/licenseAgreement\.accepted - /g)).toHaveLength(2);
      expect(shown).toMatch(/! accepted: /);
      expect(code).toBe(0);
    });

    /** Somebody who answers whatever is asked: fields by these answers, and all else by Enter. */
    async function sit(answers: PageAnswers): Promise<{ code: number; shown: string }> {
      const program = spawn('dotnet', [join(folder, 'built', 'mim-setup-console.dll'), served.url], {
        env: { ...process.env, MIM_SETUP_TOKEN: 'of-somebody-at-a-console' },
        stdio: ['pipe', 'pipe', 'inherit'],
      });
      let [shown, read] = ['', 0];
      program.stdout.setEncoding('utf8').on('data', (text: string) => {
        shown += text;
        const line = shown.slice(Math.max(read, shown.lastIndexOf('\n') + 1));
        if (!line.endsWith(': ')) return;
        read = shown.length;
        const [, page, field] = /^ {2}(\w+)\.(\w+) - /.exec(line) ?? [];
        program.stdin.write(`${page && field ? typed(answers[page]?.[field]) : ''}\n`);
      });
      const [code] = await once(program, 'close');
      return { code: code as number, shown };
    }
  },
);

function typed(answer: unknown): string {
  if (typeof answer === 'boolean') return answer ? 'y' : 'n';
  return Array.isArray(answer) ? answer.join(',') : String(answer ?? '');
}
