import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { taskScripts } from '../../machines/scripts/taskScripts.ts';

const asked = globSync('services/**/*.ps1').toSorted();

describe.each([...asked, 'server/plan/runPlan.ps1'])('%s', (file) => {
  it('is ASCII alone, for Windows PowerShell takes a script without a mark for ANSI', () => {
    expect(readFileSync(file, 'utf8')).toMatch(/^[\n\x20-\x7e]*$/);
  });
});

/** What changes something, because somebody has given a command for it. */
const commanded = ['services/autostart/windows/changeTask.ps1'];

describe.each(asked.filter((file) => !commanded.includes(file)))('%s, which a check asks,', (file) => {
  it('changes nothing on the server', () => {
    const verbs = readFileSync(file, 'utf8').matchAll(
      /\b(?:Set|New|Remove|Start|Stop|Restart|Clear|Install|Uninstall|Invoke|Rename|Move|Copy|Out|Add)-\w+/g,
    );
    const harmless = ['New-Object', 'Set-StrictMode', 'Add-PSSnapin', 'Out-Null'];
    const found = [...verbs].map(([verb]) => verb).filter((verb) => !harmless.includes(verb));
    // What secedit has exported is taken away again.
    expect(found).toEqual(file.endsWith('userRights.ps1') ? ['Remove-Item'] : []);
  });
});

it.each(Object.entries(taskScripts({ portalUrl: 'http://münchen.contoso.com/identitymanagement' })))(
  'The task script %s is ASCII alone, in lines as Windows ends them',
  (_, script) => {
    expect(script).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
  },
);
