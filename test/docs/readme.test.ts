import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { createLog } from '../../server/service/log.ts';
import { type Service, startService } from '../../server/service/service.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const data = mkdtempSync(join(tmpdir(), 'mim-setup-readme-'));
let service: Service;

beforeAll(async () => {
  service = await startService(readConfiguration({ MIM_SETUP_DATA: data, MIM_SETUP_PORT: '0' }), createLog('silent'));
});

afterAll(async () => {
  await service.close();
  rmSync(data, { recursive: true, force: true });
});

test('the installation that the README shows with curl ends as it says', async () => {
  const script = /```bash\n([\s\S]*?)```/.exec(readme)![1]!;
  const output = await run(script, service.url);
  expect(output).toContain('"status":"ready","page":{"id":"ready"');
  expect(output).toContain('msiexec');
  expect(output).toContain('MainEngineThread is returning 0');
  expect(output).toContain('"status":"finished","page":{"id":"finished"');
  expect(output).toContain('# My first');
});

function run(script: string, url: string): Promise<string> {
  const options = { env: { ...process.env, MIM_SETUP_URL: url }, timeout: 60_000 };
  return new Promise((resolve, reject) => {
    execFile('bash', ['-c', script], options, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
}
