import { describe, expect, it } from 'vitest';
import { installJob } from '../../machines/chart/installJob.ts';
import { isPageId, type PageId, pageOf } from '../../machines/pages/screens.ts';
import { restsOn } from '../../machines/ports/restsOn.ts';
import { mailOptions, type Option } from '../../machines/vocabulary/mailOptions.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { changeEvent, localLogonAllowed, result, resultsOf, Walk } from './walk.ts';

const options = mailOptions.map(({ option }) => option);

describe('A change from ready', () => {
  describe.each(options)('with option %s', (option) => {
    const answers = answersFor(option);
    const there = ready(option);
    const pages = there.context.trail.filter(isPageId);

    it.each(pages)('of %s to what was there asks nothing, checks nothing before the last checks, and comes back', (page) => {
      const walk = new Walk(there.last);
      walk.send(changeEvent(page, given(there, page)));
      expect(walk.screen).toBe('ready');
      expect(walk.last.started.map(({ service }) => service)).toEqual(['checkEverything']);
      expect(walk.context).toEqual({ ...there.context, failures: walk.context.failures });
      expect(installJob(walk.context)).toEqual(installJob(there.context));
    });

    it('of a secret checks the page that it is of and what rests on it, and asks nothing', () => {
      const walk = new Walk(there.last);
      walk.send(changeEvent('signIn', { ...answers['signIn'], clientSecret: 'Sign@in2' }));
      const checked = checksUntilReady(walk);
      expect(checked).toEqual(pagesRestingOn('signIn', there));
      if (there.context.answers.mailServer) expect(checked).toContain('mailServer');
      expect(walk.context.answers.signIn).toMatchObject({ clientSecret: { secret: 'signIn: Sign@in2' } });
    });
  });

  it('makes again the checks that rest on the changed answers, each once, and no others', () => {
    const walk = ready('C');
    walk.send(changeEvent('serviceAccount', { ...answersFor('C')['serviceAccount'], email: 'other@contoso.com' }));
    expect(checksUntilReady(walk)).toEqual(pagesRestingOn('serviceAccount', walk));
  });

  it('asks the pages that it brings, and stops at the first of them', () => {
    const walk = ready('E', ['service']);
    walk.send(changeEvent('components', { features: ['service', 'portal'] }));
    walk.end([result('certificate', 'certificate', 'passed')]);
    expect([walk.screen, walk.calls]).toEqual(['sharePointSite', []]);
    const asked = walk.to('ready', answersFor('E', ['service', 'portal']));
    expect(asked).toEqual(['sharePointSite', 'sharePointTimerWarning', 'registrationPortalUrl']);
  });

  it('asks again a page whose answers do not hold any more, proposes them, and comes back from there', () => {
    const walk = ready('A');
    walk.send(changeEvent('mailServer', { ...answersFor('F')['mailServer'] })).end(passes('mailServer'));
    expect(walk.screen).toBe('serviceAccount');
    expect(walk.context.proposals.serviceAccount).toMatchObject({ name: 'svcMIMService' });
    walk.submit(answersFor('F')['serviceAccount']);
    walk.end(passes('serviceAccount'));
    expect(walk.screen).toBe('accountSecurityWarning');
    walk.send({ type: 'acknowledge', page: 'accountSecurityWarning' });
    expect(checksUntilReady(walk)).toEqual(pagesRestingOn('serviceAccount', walk).slice(1));
  });

  it('leaves out what no longer applies, and asks nothing for that', () => {
    const walk = ready('B');
    walk.send(changeEvent('mailServer', { ...answersFor('A')['mailServer'] })).end(passes('mailServer'));
    expect(walk.calls).toEqual(['serviceAccount']);
    expect(walk.context.answers.serviceAccount).not.toHaveProperty('emailPassword');
  });

  it('drops the pages that are no longer on the way, and the installer hears nothing of them', () => {
    const walk = ready('C');
    walk.send(changeEvent('components', { features: ['service'] }));
    checksUntilReady(walk);
    const fresh = ready('C', ['service']);
    expect(walk.context.trail).toEqual(fresh.context.trail);
    expect(installJob(walk.context)).toEqual(installJob(fresh.context));
  });

  it('does not ask about a warning that is about the same as the one that was acknowledged', () => {
    const reusing = { ...answersFor('E'), database: { server: 'sql', name: 'Old', whenExists: 'reuse' } };
    const walk = walkTo('ready', reusing);
    walk.send(changeEvent('cloud', { cloud: 'global' }));
    expect(walk.screen).toBe('ready');
    walk.send(changeEvent('database', { ...reusing.database, name: 'Older' })).end(passes('database'));
    expect(walk.screen).toBe('databaseBackupWarning');
    walk.send({ type: 'acknowledge', page: 'databaseBackupWarning' });
    expect(walk.screen).toBe('ready');
  });

  it('keeps the word of whoever overrode a check as long as it is about the same', () => {
    const answers = answersFor('E');
    const failing = [result('service-account-kind', 'serviceAccount', 'failed', 'account-kind-mismatch')];
    const walk = walkTo('serviceAccount', answers);
    walk.submit(answers['serviceAccount']);
    walk.end(failing).send({ type: 'override', check: 'service-account-kind', reason: 'known', who: 'local', at: '' });
    walk.to('ready', answers);
    walk.send(changeEvent('database', { ...answers['database'], name: 'Other' })).end(passes('database'));
    expect(walk.screen).toBe('ready');
    expect(walk.context.overrides).toMatchObject([{ check: 'service-account-kind', reason: 'known' }]);
    walk.send(changeEvent('serviceAccount', { ...answers['serviceAccount'], password: 'Other' }));
    expect(walk.context.overrides).toEqual([]);
    expect(walk.end(failing).screen).toBe('serviceAccount');
  });

  it('keeps the word of whoever overrode one of several checks', () => {
    const answers = answersFor('E');
    const fails = result('service-account-kind', 'serviceAccount', 'failed', 'account-kind-mismatch');
    const walk = walkTo('serviceAccount', answers);
    walk.submit(answers['serviceAccount']);
    walk.end(resultsOf('serviceAccount', [fails]));
    walk.send({ type: 'override', check: fails.id, reason: 'known', who: 'local', at: '' }).to('ready', answers);
    walk.send(changeEvent('cloud', { cloud: 'global' }));
    expect(walk.screen).toBe('ready');
    expect(walk.context.overrides).toMatchObject([{ check: fails.id, reason: 'known' }]);
  });

  it('checks a page again of which nothing was found', () => {
    const walk = walkTo('certificate', answersFor('E'));
    walk.submit(answersFor('E')['certificate']);
    walk.end([]).to('ready', answersFor('E'));
    walk.send(changeEvent('cloud', { cloud: 'global' }));
    expect(walk.calls).toEqual(['certificate']);
  });

  it('remembers of the warnings behind what each was about, and of no page', () => {
    const walk = walkTo('ready', { ...answersFor('E'), database: { server: 'sql', name: 'Old', whenExists: 'reuse' } });
    walk.send(changeEvent('database', { server: 'sql', name: 'Older', whenExists: 'reuse' }));
    const { acknowledged } = walk.context.changing!;
    expect(acknowledged).toMatchObject({ databaseBackupWarning: { server: 'sql', name: 'Old' } });
    expect(Object.keys(acknowledged).filter(isPageId)).toEqual([]);
  });

  it('checks a page again whose check has failed at ready meanwhile', () => {
    const walk = ready('E');
    walk.end([result('certificate', 'certificate', 'failed', 'certificate-unsuitable')]);
    walk.send(changeEvent('database', given(walk, 'database')));
    expect(walk.calls).toEqual(['certificate']);
  });

  it('stops where a check fails, with what was typed, and goes on from there once it passes', () => {
    const walk = ready('A');
    walk.send(changeEvent('database', { ...answersFor('A')['database'], server: 'sql.invalid' }));
    walk.end([result('database-reachable', 'database', 'failed', 'host-unreachable')]);
    expect(walk.screen).toBe('database');
    expect(walk.context.answers.database).toMatchObject({ server: 'sql.invalid' });
    walk.submit(answersFor('A')['database']);
    expect(walk.calls).toEqual(['ready']);
  });

  it('leads to the error box over the page, and from there by the page back to ready', () => {
    const walk = ready('D');
    walk.send(changeEvent('mailServer', { ...answersFor('D')['mailServer'], authentication: 'basic' }));
    expect(walk.screen).toBe('incompatibleMailAuthentication');
    walk.send({ type: 'acknowledge', page: 'incompatibleMailAuthentication' });
    expect([walk.screen, walk.calls]).toEqual(['mailServer', []]);
    walk.submit(answersFor('D')['mailServer']);
    expect(walk.screen).toBe('ready');
  });
});

describe('A change', () => {
  it('comes back to the page that was on screen, from anywhere behind which something was answered', () => {
    const walk = walkTo('firewall', answersFor('C'));
    walk.send(changeEvent('certificate', { source: 'store', subject: 'CN=mim' })).end(passes('certificate'));
    expect([walk.screen, walk.calls]).toEqual(['firewall', []]);
  });

  it('is not taken for the page on screen, for one that is ahead, and for one that was not come by', () => {
    const walk = walkTo('certificate', answersFor('E'));
    for (const page of ['certificate', 'firewall', 'mailboxApplication'] as const)
      expect(walk.takes(changeEvent(page, answersFor('C')[page]!))).toBe(false);
  });

  it('shows the page that is gone back to, passes by none that is asked, and comes back as before', () => {
    const walk = ready('A');
    walk.send(changeEvent('mailServer', { ...answersFor('F')['mailServer'] })).end(passes('mailServer'));
    expect(walk.screen).toBe('serviceAccount');
    expect(walk.send({ type: 'back' }).screen).toBe('certificate');
    walk.submit(answersFor('A')['certificate']);
    expect(walk.screen).toBe('serviceAccount');
  });

  it('shows a warning that is gone back to, though it was acknowledged', () => {
    const reusing = { ...answersFor('E'), database: { server: 'sql', name: 'Old', whenExists: 'reuse' } };
    const walk = walkTo('ready', reusing);
    walk.send(changeEvent('components', { features: ['service', 'reporting'] }));
    while (walk.calls[0] !== 'ready') walk.end(passes(walk.calls[0] as PageId));
    walk.send(changeEvent('mailServer', { ...answersFor('H')['mailServer'] })).end(passes('mailServer'));
    expect(walk.screen).toBe('mailboxApplication');
    while (walk.screen !== 'databaseBackupWarning') walk.send({ type: 'back' });
    walk.send({ type: 'acknowledge', page: 'databaseBackupWarning' });
    expect(walk.screen).toBe('mailServer');
  });

  it('called off while its check runs stays at the page, with the other answers', () => {
    const walk = ready('A').send(changeEvent('database', { ...answersFor('A')['database'], name: 'Other' }));
    walk.send({ type: 'back' });
    expect([walk.screen, walk.calls]).toEqual(['database', []]);
    expect(walk.context.answers.database).toMatchObject({ name: 'Other' });
  });

  it('of one page in the midst of another change loses nothing of what still holds', () => {
    const walk = ready('C').send(changeEvent('cloud', { cloud: 'china' }));
    expect(walk.calls).toEqual(['signIn']);
    walk.send(changeEvent('cloud', { cloud: 'global' }));
    expect([walk.screen, walk.calls]).toEqual(['ready', ['ready']]);
  });

  it('does not take what was found for other answers for what holds', () => {
    const walk = ready('C').send(changeEvent('cloud', { cloud: 'china' }));
    walk.send(changeEvent('licenseAgreement', { accepted: true }));
    expect(walk.calls).toEqual(['signIn']);
  });

  it('is over at ready: going back from there asks page by page', () => {
    const walk = ready('C').send(changeEvent('cloud', { cloud: 'global' }));
    expect(walk.context.changing).toBeNull();
    walk.send({ type: 'revisit', page: 'database' });
    walk.submit(answersFor('C')['database']);
    expect(walk.calls).toEqual(['database']);
  });

  it('is over where a file of answers begins anew', () => {
    const walk = ready('A');
    walk.send(changeEvent('mailServer', { ...answersFor('F')['mailServer'] })).end(passes('mailServer'));
    walk.send({ type: 'replay', answers: {} });
    expect([walk.screen, walk.context.changing]).toEqual(['welcome', null]);
  });

  it('is taken once the installer has failed, as far as it is known how', () => {
    const walk = ready('E').end([]).send({ type: 'install' });
    const failed = (message: string) => ({ result: 'failed', exitCode: 1603, restartNeeded: false, rolledBack: true, message });
    const broken = new Walk(walk.last).breakOff();
    expect(broken.takes(changeEvent('database', answersFor('E')['database']!))).toBe(false);
    walk.end(failed('It failed.')).send(changeEvent('database', { ...answersFor('E')['database'], name: 'Other' }));
    expect(walk.calls).toEqual(['database']);
    walk.end(passes('database'));
    expect(walk.screen).toBe('ready');
  });
});

describe('The checks of a page', () => {
  it.each(Object.entries(restsOn))(
    'of %s are handed its answers, those of the pages that they rest on, and no others',
    (page, others) => {
      const option: Option = 'C';
      const walk = walkTo(page as PageId, answersFor(option));
      const findings = walk.submit(answersFor(option)[page]);
      expect(findings).toEqual([]);
      const subject = walk.last.started[0]?.input as { answers: object };
      const before = walk.context.trail.filter(isPageId);
      expect(Object.keys(subject.answers).toSorted()).toEqual(
        [page, ...others].filter((one) => before.includes(one as PageId)).toSorted(),
      );
    },
  );
});

function ready(option: Option, features?: readonly string[]): Walk {
  return walkTo('ready', answersFor(option, features));
}

function walkTo(screen: PageId | 'ready', answers: PageAnswers): Walk {
  const walk = new Walk();
  walk.to(screen, answers, [localLogonAllowed]);
  return walk;
}

function given({ context }: Walk, page: PageId): object {
  return context.answers[page]!;
}

function passes(page: PageId) {
  return Object.keys(pageOf(page).checks ?? {}).map((id) => result(id as Parameters<typeof result>[0], page, 'passed'));
}

/** Lets every check pass that is made on the way to `ready`, and tells them in order. */
function checksUntilReady(walk: Walk): string[] {
  const made: string[] = [];
  while (walk.screen !== 'ready') {
    const [page] = walk.calls as PageId[];
    if (!page) throw new Error(`It stopped at ${walk.screen}`);
    made.push(page);
    walk.end(
      page === 'serviceAccount'
        ? [...passes(page).filter(({ id }) => id !== localLogonAllowed.id), localLogonAllowed]
        : passes(page),
    );
  }
  return made;
}

function pagesRestingOn(page: PageId, { context }: Walk): string[] {
  const entries = Object.entries(restsOn) as [PageId, readonly PageId[]][];
  const resting = [page, ...entries.filter(([, others]) => others.includes(page)).map(([one]) => one)];
  return context.trail.filter((screen) => (resting as string[]).includes(screen));
}
