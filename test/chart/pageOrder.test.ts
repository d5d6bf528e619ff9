import { describe, expect, it } from 'vitest';
import { outlineOf } from '../../machines/plan/outline.ts';
import { answersFor } from '../answers.ts';
import { localLogonAllowed, Walk } from './walk.ts';

/** What decides which pages show. */
interface Situation {
  readonly features: readonly string[];
  readonly option: (typeof options)[number];
  readonly reuse: boolean;
  readonly mayLogOnLocally: boolean;
}

const options = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;

/** The guide's pages in its order, and when each shows, written down by hand: nothing here is taken from the chart. */
const pages: readonly (readonly [page: string, shows: (situation: Situation) => boolean])[] = [
  ['welcome', always],
  ['licenseAgreement', always],
  ['cloud', always],
  ['signIn', always],
  ['components', always],
  ['database', ({ features }) => features.includes('service')],
  ['databaseBackupWarning', ({ features, reuse }) => features.includes('service') && reuse],
  ['mailServer', ({ features }) => features.includes('service')],
  ['reportingServer', ({ features }) => features.includes('reporting')],
  ['mailboxApplication', ({ features, option }) => features.includes('service') && (option === 'C' || option === 'H')],
  ['certificate', ({ features }) => features.includes('service')],
  ['serviceAccount', ({ features }) => features.includes('service')],
  [
    'accountSecurityWarning',
    ({ features, option, mayLogOnLocally }) => features.includes('service') && (mayLogOnLocally || 'FGHI'.includes(option)),
  ],
  ['synchronizationServer', ({ features }) => features.includes('service')],
  ['serviceAddress', ({ features }) => features.includes('service') || features.includes('portal')],
  ['sharePointSite', ({ features }) => features.includes('portal')],
  ['sharePointTimerWarning', ({ features }) => features.includes('portal')],
  ['registrationPortalUrl', ({ features }) => features.includes('portal')],
  ['firewall', ({ features }) => features.includes('service') || features.includes('portal')],
  ['registrationPortal', ({ features }) => features.includes('registrationPortal')],
  ['registrationPortalWarning', ({ features }) => features.includes('registrationPortal')],
  ['registrationPortalService', ({ features }) => features.includes('registrationPortal')],
  ['resetPortal', ({ features }) => features.includes('resetPortal')],
  ['resetPortalWarning', ({ features }) => features.includes('resetPortal')],
  ['resetPortalService', ({ features }) => features.includes('resetPortal')],
];

/** Every choice of components that the original allows: at least one, and reporting only with the service. */
const choices = [
  ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'],
  ['service', 'reporting', 'portal', 'registrationPortal'],
  ['service', 'reporting', 'portal', 'resetPortal'],
  ['service', 'reporting', 'portal'],
  ['service', 'reporting', 'registrationPortal', 'resetPortal'],
  ['service', 'reporting', 'registrationPortal'],
  ['service', 'reporting', 'resetPortal'],
  ['service', 'reporting'],
  ['service', 'portal', 'registrationPortal', 'resetPortal'],
  ['service', 'portal', 'registrationPortal'],
  ['service', 'portal', 'resetPortal'],
  ['service', 'portal'],
  ['service', 'registrationPortal', 'resetPortal'],
  ['service', 'registrationPortal'],
  ['service', 'resetPortal'],
  ['service'],
  ['portal', 'registrationPortal', 'resetPortal'],
  ['portal', 'registrationPortal'],
  ['portal', 'resetPortal'],
  ['portal'],
  ['registrationPortal', 'resetPortal'],
  ['registrationPortal'],
  ['resetPortal'],
];

describe.each(choices.map((features) => ({ features, name: features.join(', ') })))('The pages of $name', ({ features }) => {
  it.each(options)('come in the guide’s order with option %s, with either database and either account', (option) => {
    for (const reuse of [false, true]) {
      for (const mayLogOnLocally of [false, true]) {
        const situation = { features, option, reuse, mayLogOnLocally };
        expect(walked(situation), JSON.stringify(situation)).toEqual(expected(situation));
      }
    }
  });

  it('are all told, those behind as done and those to come as lying ahead', () => {
    const situation = { features, option: 'C', reuse: true, mayLogOnLocally: false } as const;
    const walk = new Walk();
    walk.to('ready', answersOf(situation));
    const done = [
      ...expected(situation).map((page) => `${page} done`),
      'ready current',
      'installing ahead',
      'postInstallation ahead',
    ];
    expect(outline(walk)).toEqual(done);

    walk.send({ type: 'revisit', page: 'components' }).step(answersOf(situation));
    const behind = ['welcome done', 'licenseAgreement done', 'cloud done', 'signIn done', 'components done'];
    const [current, ...ahead] = [...expected(situation).slice(5), 'ready', 'installing', 'postInstallation'];
    expect(outline(walk)).toEqual([...behind, `${current} current`, ...ahead.map((page) => `${page} ahead`)]);
  });
});

describe('The way ahead', () => {
  it('shows every page that may come while the components are not chosen', () => {
    const ahead = outlineOf(new Walk().context, 'welcome').map(({ page }) => page);
    const without = ['databaseBackupWarning', 'mailboxApplication', 'accountSecurityWarning'];
    const all = pages.map(([page]) => page).filter((page) => !without.includes(page));
    expect(ahead).toEqual([...all, 'ready', 'installing', 'postInstallation']);
  });

  it('counts no answers of pages that the chosen components leave out', () => {
    const walk = new Walk();
    walk.to('ready', answersOf({ features: choices[0]!, option: 'C', reuse: true, mayLogOnLocally: false }));
    const fewer = { features: ['resetPortal'], option: 'C', reuse: true, mayLogOnLocally: false } as const;
    walk.send({ type: 'revisit', page: 'components' }).to('ready', answersOf(fewer));
    walk.send({ type: 'revisit', page: 'welcome' });
    const ahead = outlineOf(walk.context, 'welcome').map(({ page }) => page);
    expect(ahead).toEqual([...expected(fewer), 'ready', 'installing', 'postInstallation']);
  });

  it('counts answers that hold a secret', () => {
    const walk = new Walk();
    const checkAs = { method: 'sql', user: 'sa', password: 'Sql@word1' };
    const database = { server: 'sql01', name: 'FIMServiceOld', whenExists: 'reuse', checkAs };
    walk.to('ready', { ...answersFor('A'), database });
    walk.send({ type: 'revisit', page: 'welcome' });
    expect(outlineOf(walk.context, 'welcome').map(({ page }) => page)).toContain('databaseBackupWarning');
  });
});

describe('Components', () => {
  it.each([
    [[], 'features'],
    [['reporting'], 'features'],
    [['reporting', 'portal'], 'features'],
    [['service', 'service'], 'features'],
    [['privilegedAccessManagement'], 'features.0'],
  ])('%j cannot be chosen', (features, field) => {
    const walk = new Walk();
    walk.to('components', answersFor('A'));
    expect(walk.submit({ features }).map((finding) => [finding.field, finding.code])).toEqual([[field, 'invalid']]);
  });

  it('are the 23 choices that there are', () => {
    expect(new Set(choices.map((features) => features.join())).size).toBe(23);
  });
});

function walked(situation: Situation): string[] {
  const walk = new Walk();
  const screens = walk.to('ready', answersOf(situation), situation.mayLogOnLocally ? [localLogonAllowed] : []);
  expect(walk.context.trail).toEqual([...screens, 'ready']);
  return screens;
}

function expected(situation: Situation): string[] {
  return pages.filter(([, shows]) => shows(situation)).map(([page]) => page);
}

function answersOf({ features, option, reuse }: Situation) {
  const answers = answersFor(option, features);
  return { ...answers, database: { ...answers['database'], whenExists: reuse ? 'reuse' : 'create' } };
}

function outline(walk: Walk): string[] {
  return outlineOf(walk.context, walk.screen).map(({ page, state }) => `${page} ${state}`);
}

function always(): boolean {
  return true;
}
