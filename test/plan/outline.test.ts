import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import { outlineOf } from '../../machines/plan/outline.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

const all: PageAnswers = { ...answersFor('C'), database: { ...answersFor('C')['database'], whenExists: 'reuse' } };

/** Where the user stands after going back from a page to another. */
function backFrom(from: ScreenId, to: ScreenId, answers: PageAnswers): WizardContext {
  const walk = new Walk();
  walk.to(from, answers);
  while (walk.screen !== to) walk.send({ type: 'back' });
  return walk.context;
}

const ahead = (context: WizardContext, screen: ScreenId) =>
  outlineOf(context, screen)
    .filter(({ state }) => state === 'ahead')
    .map(({ page }) => page);

describe('The way ahead', () => {
  it('is shown as if all components were chosen until they are', () => {
    const { context } = new Walk();
    expect(ahead(context, 'welcome')).toEqual(expect.arrayContaining(['database', 'reportingServer', 'resetPortalService']));
    expect(ahead(context, 'welcome')).not.toContain('databaseBackupWarning');
    expect(ahead(context, 'welcome')).not.toContain('mailboxApplication');
  });

  it.each([
    ['all of option C with a database to re-use', 'ready', all],
    ['the service and the portal alone, without mail', 'ready', answersFor('E', ['service', 'portal'])],
    ['the password portals alone', 'ready', answersFor('A', ['registrationPortal', 'resetPortal'])],
  ] as const)('is, after going back, foreseen by what was answered before: %s', (_, from, answers) => {
    const walk = new Walk();
    const passed = walk.to(from, answers);
    const context = backFrom(from, 'signIn', answers);
    expect(['welcome', 'licenseAgreement', 'cloud', 'signIn', ...ahead(context, 'signIn')]).toEqual([
      ...passed,
      'ready',
      'installing',
      'postInstallation',
    ]);
  });

  it('is not foreseen by answers to a page that would no longer show', () => {
    const { proposals, ...context } = backFrom('ready', 'components', all);
    const portalAlone = { ...proposals, components: { features: ['portal'] } } as const;
    expect(ahead({ ...context, proposals: portalAlone }, 'components')).not.toContain('databaseBackupWarning');
    expect(ahead({ ...context, proposals: portalAlone }, 'components')).not.toContain('mailboxApplication');
  });

  it('is not foreseen by answers that would no longer be taken', () => {
    const { proposals, ...context } = backFrom('ready', 'components', all);
    const nameless = { ...proposals, database: { ...proposals.database!, name: '' } };
    expect(ahead({ ...context, proposals: nameless }, 'components')).not.toContain('databaseBackupWarning');
    expect(ahead({ ...context, proposals: nameless }, 'components')).toContain('mailboxApplication');
  });

  it('is that of the answers that count, whatever was answered there before', () => {
    const { proposals, answers, ...context } = backFrom('ready', 'database', all);
    const before = { ...proposals, components: { features: ['portal'] } } as const;
    expect(ahead({ ...context, answers, proposals: before }, 'database')).toContain('databaseBackupWarning');
  });
});

describe('A page of the way', () => {
  it('says whether its answers count, or are proposed again', () => {
    const entries = outlineOf(backFrom('ready', 'mailServer', all), 'mailServer');
    const of = (id: ScreenId) => entries.find(({ page }) => page === id);
    expect(of('database')).toMatchObject({ state: 'done', answers: 'counted' });
    expect(of('databaseBackupWarning')).toMatchObject({ state: 'done', answers: null });
    expect(of('mailServer')).toMatchObject({ state: 'current', answers: 'proposed' });
    expect(of('certificate')).toMatchObject({ state: 'ahead', answers: 'proposed' });
    expect(of('ready')).toMatchObject({ state: 'ahead', answers: null });
  });
});
