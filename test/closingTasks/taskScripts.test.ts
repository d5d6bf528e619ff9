import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taskScripts } from '../../machines/scripts/taskScripts.ts';
import { verbatimString } from '../../machines/scripts/verbatimString.ts';
import { faultsOf } from '../host/grammar.ts';

describe('The scripts of the closing tasks', () => {
  it.each(Object.entries(taskScripts({ portalUrl: 'http://mim.contoso.com/identitymanagement' })))(
    '%s is PowerShell',
    async (_, script) => {
      expect(await faultsOf(script.replaceAll('\r\n', '\n'))).toEqual([]);
      expect(script).toMatch(/^(?:[\x20-\x7e]*\r\n)+$/);
    },
  );

  it.each([
    ['http://mim.contoso.com/identitymanagement', "'contoso.com\\mim'", "'http'"],
    ['https://portal.mim.contoso.com:8443/', "'contoso.com\\portal.mim'", "'https'"],
    ['http://mim.contoso.co.uk/', "'contoso.co.uk\\mim'", "'http'"],
    ['http://contoso.com/', "'contoso.com'", "'http'"],
    ['http://mim/', "'mim'", "'http'"],
    ['http://192.0.2.7/', "$address = '192.0.2.7'", "'http'"],
    ['http://[2001:db8::7]/', "$address = '2001:db8::7'", "'http'"],
  ])('intranetZone adds %s under %s', async (portalUrl, key, scheme) => {
    const { intranetZone } = taskScripts({ portalUrl });
    expect(intranetZone).toContain(key);
    expect(intranetZone).toContain(`$scheme = ${scheme}`);
    expect(await faultsOf(intranetZone.replaceAll('\r\n', '\n'))).toEqual([]);
  });

  it('compatibilityView turns the setting off', () => {
    expect(taskScripts({ portalUrl: 'http://mim' }).compatibilityView).toContain("-Name 'IntranetCompatibilityMode' -Value 0");
  });

  it('managementPolicyRule enables the rule of the guide by the service’s own snap-in, and only where it is disabled', () => {
    const { managementPolicyRule } = taskScripts({ portalUrl: 'http://mim' });
    expect(managementPolicyRule).toContain("'User management: Users can read attributes of their own'");
    expect(managementPolicyRule).toMatch(/if \(Test-Disabled \$found\) \{[\s\S]*Import-FIMConfig/);
  });

  it('An address with quotes stays a text', async () => {
    for (const host of ["o'brien.com", "a';calc;'", "x'$(calc)'`n"]) {
      const portalUrl = `http://${host}/`;
      if (!URL.canParse(portalUrl)) continue;
      const { intranetZone } = taskScripts({ portalUrl });
      expect(await faultsOf(intranetZone.replaceAll('\r\n', '\n'))).toEqual([]);
      expect(textsOf(intranetZone).some((text) => text.includes(new URL(portalUrl).hostname))).toBe(true);
    }
  });

  it('Any text is quoted so that PowerShell reads the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '‘', '’', '‚', '‛', '"', '$', '`', ';', '\n', 'a', '”') }), (text) => {
        expect(read(verbatimString(text))).toBe(text);
      }),
    );
  });
});

/** Reads a verbatim string as PowerShell does: any of its quotes ends it, unless another follows (about_Quoting_Rules). */
function read(literal: string): string | null {
  const quotes = "'‘’‚‛";
  let text = '';
  for (let at = 1; at < literal.length; at += 1) {
    const letter = literal[at]!;
    if (!quotes.includes(letter)) text += letter;
    else if (at === literal.length - 1) return text;
    else if (quotes.includes(literal[at + 1]!)) {
      text += literal[at + 1];
      at += 1;
    } else return null;
  }
  return null;
}

function textsOf(script: string): readonly string[] {
  return [...script.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) => text!.replaceAll("''", "'"));
}
