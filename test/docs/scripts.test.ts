import { existsSync, globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const rows = readFileSync('docs/scripts.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, script, , tests] = /^\| `([^`]+\.(?:ps1|ts))` \| (.+?) \| (.+) \|$/.exec(line) ?? [];
    return script ? [{ script, tests: [...tests!.matchAll(/`([^`]+)`/g)].map(([, test]) => test!) }] : [];
  });

it('docs/scripts.md has every script that the product runs or hands out, and no other', () => {
  const written = globSync('{machines,server,services}/**/*.ps1');
  const frame = 'machines/scripts/exchangeScript.ts';
  const handedOut = globSync('machines/scripts/*Script{,s}.ts').filter((file) => file !== frame);
  expect(written.length + handedOut.length).toBeGreaterThan(9);
  expect(rows.map(({ script }) => script).toSorted()).toEqual([...written, ...handedOut].toSorted());
});

it.each(rows)('docs/scripts.md names the tests of $script, and they run it', ({ script, tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  const texts = tests.map((test) => {
    expect(existsSync(test), test).toBe(true);
    return readFileSync(test, 'utf8');
  });
  // By its own path, or by the module through which it is reached.
  const reachedBy: Readonly<Record<string, string>> = {
    'services/powershell/ask.ps1': 'services/powershell/powershell.ts',
    'server/plan/runPlan.ps1': '../scripts/installing.ts',
    'services/autostart/windows/readTask.ps1': 'services/autostart/windows/taskScheduler.ts',
    'services/autostart/windows/changeTask.ps1': 'services/autostart/windows/taskScheduler.ts',
    'services/directory/userRights.ps1': 'services/directory/localRights.ps1',
    'services/host/prerequisites.ps1': 'services/host/host.ps1',
    'services/host/sharePointSite.ps1': 'services/host/host.ps1',
  };
  expect(texts.some((text) => text.includes(reachedBy[script] ?? script))).toBe(true);
});
