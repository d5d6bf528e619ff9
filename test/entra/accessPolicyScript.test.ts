import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accessPolicyScript } from '../../machines/scripts/accessPolicyScript.ts';

const policy = {
  applicationId: '48b15b07-ae4a-ae4a-ae4a-8850556d6b76',
  group: 'mim-mailboxes@contoso.com',
  mailbox: 'svcMIMService@contoso.com',
};

describe('the access policy script', () => {
  test('restricts the application to the group, and tests it with the mailbox', () => {
    const script = accessPolicyScript(policy);
    expect(script).toMatch(/^Connect-ExchangeOnline$/m);
    expect(script.replaceAll(/ `\n +/g, ' ')).toContain(
      "New-ApplicationAccessPolicy -AccessRight RestrictAccess -AppId '48b15b07-ae4a-ae4a-ae4a-8850556d6b76' -PolicyScopeGroupId 'mim-mailboxes@contoso.com' -Description",
    );
    expect(script).toContain(
      "Test-ApplicationAccessPolicy -AppId '48b15b07-ae4a-ae4a-ae4a-8850556d6b76' -Identity 'svcMIMService@contoso.com'",
    );
  });

  test.each([
    ['outlook.office365.com', /^Connect-ExchangeOnline$/m],
    ['partner.outlook.cn', /^Connect-ExchangeOnline -ExchangeEnvironmentName O365China$/m],
    ['outlook.office365.us', /^Connect-ExchangeOnline -ExchangeEnvironmentName O365USGovGCCHigh$/m],
    ['outlook-dod.office365.us', /^Connect-ExchangeOnline -ExchangeEnvironmentName O365USGovDoD$/m],
  ])('connects to the cloud of %s', (mailHost, line) => {
    expect(accessPolicyScript({ ...policy, mailHost })).toMatch(line);
  });

  test('evaluates nothing of what it is filled in with', () => {
    const nasty = fc
      .array(fc.constantFrom("'", '’', '‘', '‛', '‚', '"', '`', '$(', ')', ';', '\n', '\r', '#', 'Remove-Item', ' '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nasty, nasty, nasty, (applicationId, group, mailbox) => {
        const { code, literals } = parsed(accessPolicyScript({ applicationId, group, mailbox }));
        expect(code).toBe(parsed(accessPolicyScript(policy)).code);
        const filledIn = literals.filter((text) => !text.startsWith('Restrict MIM'));
        expect(filledIn).toEqual([applicationId, group, applicationId, mailbox]);
      }),
    );
  });
});

/** Reads single-quoted literals by PowerShell's rule: any of its quotes ends one, and two of them are one. */
function parsed(script: string): { readonly code: string; readonly literals: readonly string[] } {
  const literals: string[] = [];
  let code = '';
  for (let at = 0; at < script.length; at += 1) {
    if (!isQuote(script[at])) {
      code += script[at];
      continue;
    }
    let text = '';
    for (at += 1; at < script.length; at += 1) {
      if (!isQuote(script[at])) text += script[at];
      else if (isQuote(script[at + 1])) text += script[at++];
      else break;
    }
    literals.push(text);
    code += '<literal>';
  }
  return { code, literals };
}

function isQuote(character: string | undefined): boolean {
  return character !== undefined && "'‘’‚‛".includes(character);
}
