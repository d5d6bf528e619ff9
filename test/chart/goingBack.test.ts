import { describe, expect, it } from 'vitest';
import { propertiesOf } from '../../machines/chart/installerProperties.ts';
import { installJob } from '../../machines/chart/installJob.ts';
import { pageView } from '../../server/view/page.ts';
import { answersFor } from '../answers.ts';
import { localLogonAllowed, result, Walk } from './walk.ts';

const everything = answersFor('C');

describe('Back', () => {
  it('is off on the first page', () => {
    expect(new Walk().takes({ type: 'back' })).toBe(false);
  });

  it('goes to the page that the user came from, past those that did not show', () => {
    const walk = at('registrationPortal', answersFor('E', ['service', 'registrationPortal']));
    expect(walk.send({ type: 'back' }).screen).toBe('firewall');
    expect(walk.send({ type: 'back' }).screen).toBe('serviceAddress');
    expect(walk.send({ type: 'back' }).screen).toBe('synchronizationServer');
  });

  it('comes by the warnings again, in the reverse order of the way there', () => {
    const answers = { ...everything, database: { ...everything['database'], whenExists: 'reuse' } };
    const walk = new Walk();
    const there = walk.to('ready', answers, [localLogonAllowed]);
    expect(walk.backToTheBeginning()).toEqual(there.toReversed());
    expect(there.filter((page) => page.endsWith('Warning'))).toHaveLength(5);
  });

  it('offers what was answered there again, and what was answered after it when its page returns', () => {
    const walk = at('certificate', everything);
    walk.send({ type: 'back' });
    expect(pageView(walk.context, 'mailboxApplication').answers).toEqual({
      ...everything['mailboxApplication'],
      clientSecret: { kept: true },
    });
    walk.send({ type: 'back' });
    expect(pageView(walk.context, 'reportingServer').answers).toEqual(everything['reportingServer']);
    walk.step(everything);
    expect(pageView(walk.context, 'mailboxApplication').answers).toMatchObject({ clientSecret: { kept: true } });
  });

  it('takes a secret that is submitted as kept for the one that was typed before', () => {
    const walk = at('certificate', everything);
    const { clientSecret } = walk.context.answers.mailboxApplication!;
    walk.send({ type: 'back' });
    expect(walk.submit({ ...everything['mailboxApplication'], clientSecret: { kept: true } })).toEqual([]);
    expect(walk.context.answers.mailboxApplication?.clientSecret).toBe(clientSecret);
  });

  it('says so where a secret that was never typed is submitted as kept', () => {
    const walk = at('mailboxApplication', everything);
    const findings = walk.submit({ ...everything['mailboxApplication'], clientSecret: { kept: true } });
    expect(findings).toMatchObject([{ field: 'clientSecret', code: 'required' }]);
  });

  it('calls a running check off and asks the same page again, with what was typed', () => {
    const walk = at('reportingServer', everything);
    walk.submit(everything['reportingServer']);
    expect(walk.calls).toEqual(['reportingServer']);
    walk.send({ type: 'back' });
    expect(walk.screen).toBe('reportingServer');
    expect(walk.last.stopped).toEqual(['reportingServer']);
    expect(pageView(walk.context, 'reportingServer').answers).toEqual(everything['reportingServer']);
    expect(walk.send({ type: 'back' }).screen).toBe('mailServer');
  });

  it('takes the problems of the page that it leaves with it', () => {
    const walk = at('reportingServer', everything);
    walk.submit(everything['reportingServer']);
    walk.end([result('reporting-server-name', 'reportingServer', 'failed', 'host-unreachable')]);
    expect(walk.context.problems).toHaveLength(1);
    walk.send({ type: 'back' });
    expect(walk.context.problems).toEqual([]);
    walk.step(everything);
    expect(walk.context.problems).toEqual([]);
  });
});

describe('Revisit', () => {
  it('goes to any page on the trail and cuts the trail there', () => {
    const walk = new Walk();
    const there = walk.to('ready', everything);
    for (const page of there.toReversed()) {
      walk.send({ type: 'revisit', page: page as 'ready' });
      expect(walk.screen).toBe(page);
      expect(walk.context.trail).toEqual(there.slice(0, there.indexOf(page) + 1));
    }
  });

  it('does not go to a page that was never come by, or is not on the way any more', () => {
    const walk = at('ready', answersFor('E'));
    for (const page of ['mailboxApplication', 'databaseBackupWarning', 'installing', 'signInFailed'] as const) {
      expect(walk.takes({ type: 'revisit', page })).toBe(false);
    }
    walk.send({ type: 'revisit', page: 'components' });
    expect(walk.takes({ type: 'revisit', page: 'database' })).toBe(false);
  });

  it('makes what was answered from there on a proposal, which counts only once it is submitted again', () => {
    const walk = at('ready', everything);
    walk.send({ type: 'revisit', page: 'mailServer' });
    expect(Object.keys(walk.context.answers)).toEqual([
      'welcome',
      'licenseAgreement',
      'cloud',
      'signIn',
      'components',
      'database',
    ]);
    expect(walk.context.proposals).toHaveProperty('serviceAccount');
    expect(propertiesOf(walk.context.answers).map(({ page }) => page)).not.toContain('mailServer');
    walk.to('ready', everything);
    expect(walk.context.proposals).toEqual({});
  });

  it('is open in an error box, while a check runs, and at ready', () => {
    const box = at('mailServer', everything);
    box.submit({ type: 'smtp', host: 'smtp.contoso.com', authentication: 'basic', managedServiceAccount: false });
    expect(box.send({ type: 'revisit', page: 'database' }).screen).toBe('database');
    expect(box.context.problems).toEqual([]);
    const checking = at('mailServer', everything);
    checking.submit(everything['mailServer']);
    expect(checking.send({ type: 'revisit', page: 'cloud' }).last.stopped).toEqual(['mailServer']);
    expect(at('ready', everything).send({ type: 'revisit', page: 'firewall' }).last.stopped).toEqual(['ready']);
  });
});

describe('A branch that is abandoned', () => {
  it('leaves nothing behind in the answers or in what the installer is told', () => {
    const walk = at('ready', answersFor('C'));
    walk.send({ type: 'revisit', page: 'components' });
    walk.to('ready', answersFor('E', ['service']));
    const fresh = new Walk();
    fresh.to('ready', answersFor('E', ['service']));
    expect(walk.context.answers).toEqual(fresh.context.answers);
    expect(walk.context.trail).toEqual(fresh.context.trail);
    expect(installJob(walk.context)).toEqual(installJob(fresh.context));
    expect(JSON.stringify(installJob(walk.context))).not.toMatch(/sharepoint|pwreset|mimpool|App@secret1|scsm/i);
  });

  it('leaves none of its checks and overrides behind', () => {
    const walk = at('sharePointSite', everything);
    walk.submit(everything['sharePointSite']);
    walk.end([result('sharepoint-site', 'sharePointSite', 'failed', 'site-unsuitable')]);
    walk.send({ type: 'override', check: 'sharepoint-site', reason: 'not yet built', who: 'local', at: '' });
    expect(walk.context.overrides).toHaveLength(1);
    walk.send({ type: 'revisit', page: 'components' });
    walk.to('ready', answersFor('C', ['service']));
    expect(walk.context.checks.map(({ page }) => page)).not.toContain('sharePointSite');
    expect(walk.context.overrides).toEqual([]);
  });

  it('proposes only fields that still apply when its page returns', () => {
    const walk = at('synchronizationServer', answersFor('B'));
    walk.send({ type: 'revisit', page: 'mailServer' }).to('serviceAccount', answersFor('E'));
    expect(pageView(walk.context, 'serviceAccount').answers).toEqual({
      name: 'svcMIMService',
      domain: 'contoso',
      password: { kept: true },
    });
  });
});

describe('Cancel', () => {
  it.each(['welcome', 'components', 'mailServer', 'sharePointTimerWarning', 'resetPortalService', 'ready'] as const)(
    'ends it at once at %s',
    (page) => {
      const walk = at(page, everything).send({ type: 'cancel' });
      expect(walk.screen).toBe('cancelled');
      expect(walk.kept.status).toBe('done');
    },
  );

  it('ends it at once while a check runs, and calls the check off', () => {
    const walk = at('certificate', everything);
    walk.submit(everything['certificate']);
    walk.send({ type: 'cancel' });
    expect([walk.screen, walk.last.stopped]).toEqual(['cancelled', ['certificate']]);
  });

  it('is the last event that is taken', () => {
    const walk = at('ready', everything).send({ type: 'cancel' });
    for (const type of ['back', 'install', 'cancel', 'recheck', 'retry'] as const) expect(walk.takes({ type })).toBe(false);
    expect(walk.takes({ type: 'revisit', page: 'welcome' })).toBe(false);
  });
});

function at(page: Parameters<Walk['to']>[0], answers: Parameters<Walk['to']>[1]): Walk {
  const walk = new Walk();
  walk.to(page, answers);
  return walk;
}
