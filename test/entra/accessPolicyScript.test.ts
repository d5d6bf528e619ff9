import { expect, test } from 'vitest';
import { accessPolicyScript } from '../../machines/scripts/accessPolicyScript.ts';

test('The access policy script is ASCII alone, for Windows PowerShell takes a script without a mark for ANSI', () => {
  const policy = { applicationId: '48b15b07', group: 'Übung “日本” 😀', mailbox: 'ä@contoso.com' };
  expect(accessPolicyScript(policy)).toMatch(/^[\n\x20-\x7e]*$/);
});
