import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './grammar.ts';

const scripts = globSync('services/{afterwards,certificates,host,network}/*.ps1').toSorted();

describe.each(scripts)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('is PowerShell', async () => {
    expect(await faultsOf(text)).toEqual([]);
  });

  it('is ASCII alone, for Windows PowerShell reads a script without a mark as ANSI', () => {
    expect(text).toMatch(/^[\n\x20-\x7e]*$/);
  });

  it('changes nothing', () => {
    const verbs = [
      ...text.matchAll(/\b(Set|New|Remove|Start|Stop|Restart|Clear|Install|Uninstall|Invoke|Rename|Move|Copy)-(\w+)/g),
    ];
    expect(verbs.map(([verb]) => verb).filter((verb) => verb !== 'New-Object')).toEqual([]);
  });
});

it('There are scripts to be held against the grammar, and the grammar finds a fault', async () => {
  expect(scripts).toContain('services/host/host.ps1');
  expect(await faultsOf('if ($a) { Get-Item')).not.toEqual([]);
  expect(await faultsOf("Get-Item 'a")).not.toEqual([]);
});
