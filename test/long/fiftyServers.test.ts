import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mimSetupHere } from '../cli/here.ts';
import { emptyFolder, secretsOfOptionE as environment, optionE } from '../cli/mimSetup.ts';

test('50 rehearsed servers are installed from one table in one run, and are told of in words', { timeout: 300_000 }, async () => {
  const folder = emptyFolder();
  const names = Array.from({ length: 50 }, (_, n) => `mim${String(n + 1).padStart(2, '0')}`);
  const servers = names.map((name) => [
    name,
    { runner: name, pages: { serviceAddress: { host: `${name}.contoso.com` }, database: { name: `FIMService-${name}` } } },
  ]);
  const table = join(folder, 'servers.yaml');
  writeFileSync(table, JSON.stringify({ servers: Object.fromEntries(servers) }));
  const { code, output } = await mimSetupHere(folder, ['run', optionE, '--each', table, '--install', '--pace', '1'], {
    environment,
  });
  expect(code, output.slice(-2000)).toBe(0);
  expect(output).toContain('Done: 50 of 50.');
  for (const name of names) expect(output).toMatch(new RegExp(`^${name} +(?:finished|postInstallation) `, 'm'));
  const listed = await mimSetupHere(folder, ['list', '--json', '--limit', '200']);
  const { items } = JSON.parse(listed.output) as { items: { name: string; runner: string }[] };
  expect(items.map(({ name }) => name).toSorted()).toEqual(names);
  expect(items.every(({ name, runner }) => name === runner)).toBe(true);
});
