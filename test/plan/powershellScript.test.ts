import { describe, expect, it } from 'vitest';
import { guidesPlaces } from '../../server/plan/command.ts';
import { powershellScript } from '../../server/plan/powershellScript.ts';
import { type Feature, type Option, options } from './expected/derivation.ts';
import { answersOf, planned, valuesOf } from './planned.ts';
import { planWith } from './values.ts';

const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];

/** What the script does is shown by running it: test/long/scriptsOfPlan.test.ts. This is about its text. */
describe('the text of the PowerShell script', () => {
  it.each(Object.keys(options) as Option[])('holds no secret, for option %s', (option) => {
    const plan = planned(answersOf(option, everything));
    expect(powershellScript(plan, guidesPlaces)).not.toMatch(/@word1|@secret1/);
    expect(Object.values(valuesOf(plan))).not.toContain('Pass@word1');
  });

  it('is ASCII alone, for a mark does not outlive every copy, and without one Windows PowerShell takes a script for ANSI', () => {
    const plan = planWith({ SQLSERVER_DATABASE: 'Zürich-日本-😀' }, []);
    expect(powershellScript(plan, { package: 'C:\\Übung\\a.msi', log: 'C:\\日本\\log.txt' })).toMatch(/^[\r\n\x20-\x7e]*$/);
  });

  it('names what is not known for certain', () => {
    const plan = planned(answersOf('C', everything));
    const comments = powershellScript(plan, guidesPlaces)
      .split('\r\n')
      .filter((line) => line.startsWith('# - '));
    expect(comments).toHaveLength(plan.uncertain.length);
    for (const name of plan.uncertain) expect(comments.join('\n')).toContain(name);
    expect(comments.join('\n')).toContain('mailboxApplication.clientSecret (left out)');
    expect(comments.join('\n')).toContain('IS_RESET_EXTRANET (disputed)');
  });
});
