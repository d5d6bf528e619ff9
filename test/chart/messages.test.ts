import { describe, expect, it } from 'vitest';
import type { ErrorBoxId, PageId } from '../../machines/pages/screens.ts';
import { remarksOn } from '../../machines/plan/notes.ts';
import type { ProblemCode } from '../../machines/vocabulary/problems.ts';
import { statusOf } from '../../server/host/status.ts';
import { pageView } from '../../server/view/page.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { localLogonAllowed, result, Walk } from './walk.ts';

const everything = answersFor('C');

/** The guide's error pop-ups: the page below, the check that leads there, and what it found. */
const boxes = [
  ['signInFailed', 'signIn', 'sign-in', 'sign-in-failed'],
  ['subscriptionNotFound', 'signIn', 'subscription', 'subscription-not-found'],
  ['applicationValidationFailed', 'mailboxApplication', 'mailbox-application', 'application-validation-failed'],
  ['mailboxAccessFailed', 'mailboxApplication', 'mailbox-access', 'mailbox-access-failed'],
] as const satisfies readonly (readonly [ErrorBoxId, PageId, Parameters<typeof result>[0], ProblemCode])[];

describe.each(boxes)('The error box %s', (box, page, check, code) => {
  it('comes up over its page with the problem, and is not on the trail', () => {
    const walk = inBox();
    expect(walk.screen).toBe(box);
    expect(statusOf(walk.snapshot)).toBe('error');
    expect(walk.context.problems).toMatchObject([{ code }]);
    expect(walk.context.trail.at(-1)).toBe(page);
    expect(walk.context.trail).not.toContain(box);
  });

  it('is answered by its OK alone, which leads back to its page with what was typed', () => {
    const walk = inBox();
    expect(walk.takes({ type: 'back' })).toBe(false);
    expect(walk.takes({ type: 'recheck' })).toBe(false);
    expect(walk.takes({ type: 'acknowledge', page })).toBe(false);
    walk.send({ type: 'acknowledge', page: box });
    expect(walk.screen).toBe(page);
    const { clientSecret: _, ...typed } = everything[page]!;
    expect(pageView(walk.context, page).answers).toEqual({ ...typed, clientSecret: { kept: true } });
  });

  it('leaves its problem listed until the next submit', () => {
    const walk = inBox().send({ type: 'acknowledge', page: box });
    expect(walk.context.problems).toMatchObject([{ code }]);
    expect(walk.submit(everything[page])).toEqual([]);
    expect(walk.context.problems).toEqual([]);
  });

  it('is passed by once its check is overridden with a reason', () => {
    const walk = inBox().send({ type: 'acknowledge', page: box });
    walk.send({ type: 'override', check, reason: 'the directory is being moved', who: 'local', at: '' });
    expect(walk.screen).not.toBe(page);
    expect(walk.context.problems).toEqual([]);
  });

  function inBox(): Walk {
    const walk = at(page, everything);
    walk.submit(everything[page]);
    return walk.end([result(check, page, 'failed', code)]);
  }
});

describe('The error box incompatibleMailAuthentication', () => {
  const wrong = { type: 'exchange', host: 'mail.contoso.com', authentication: 'basic', managedServiceAccount: true };

  it('leads back to its page with what was typed, and its problem stays until the next submit', () => {
    const walk = at('mailServer', everything);
    walk.submit(wrong);
    expect([walk.screen, statusOf(walk.snapshot)]).toEqual(['incompatibleMailAuthentication', 'error']);
    expect(walk.takes({ type: 'back' })).toBe(false);
    walk.send({ type: 'acknowledge', page: 'incompatibleMailAuthentication' });
    expect(pageView(walk.context, 'mailServer').answers).toEqual(wrong);
    expect(walk.context.problems).toMatchObject([{ code: 'incompatible-mail-authentication', field: 'authentication' }]);
    expect(walk.context.problems[0]?.detail).toBe(
      [
        'F: Exchange Server 2013 or later, Integrated Windows Authentication, group managed service account',
        'A: Exchange Server 2013 or later, Integrated Windows Authentication, regular service account',
      ].join('\n'),
    );
    walk.submit(everything['mailServer']);
    expect(walk.context.problems).toEqual([]);
  });

  it('cannot be passed by: no check is left out, and no recheck lets it through', () => {
    const walk = at('mailServer', everything);
    walk.submit(wrong);
    walk.send({ type: 'acknowledge', page: 'incompatibleMailAuthentication' }).send({ type: 'recheck' });
    expect(walk.screen).toBe('incompatibleMailAuthentication');
  });
});

/** The guide's warnings, and what makes each show. */
const warnings = [
  ['databaseBackupWarning', { database: { ...everything['database'], whenExists: 'reuse' } }, 'mailServer'],
  ['accountSecurityWarning', {}, 'synchronizationServer'],
  ['sharePointTimerWarning', {}, 'registrationPortalUrl'],
  ['registrationPortalWarning', {}, 'registrationPortalService'],
  ['resetPortalWarning', {}, 'resetPortalService'],
] as const;

describe.each(warnings)('The warning %s', (warning, change, next) => {
  const answers = { ...everything, ...change } as PageAnswers;

  it('is on the trail, and is answered by going on or by going back', () => {
    const walk = at(warning, answers, [localLogonAllowed]);
    expect(statusOf(walk.snapshot)).toBe('warning');
    expect(walk.context.trail.at(-1)).toBe(warning);
    expect(walk.takes({ type: 'acknowledge', page: 'welcome' })).toBe(false);
    walk.send({ type: 'acknowledge', page: warning });
    expect(walk.screen).toBe(next);
    expect(walk.send({ type: 'back' }).screen).toBe(warning);
    expect(walk.send({ type: 'back' }).screen).toBe(walk.context.trail.at(-1));
    expect(walk.context.trail).not.toContain(warning);
  });
});

describe('The account security warning', () => {
  it('does not show where local logon is denied', () => {
    expect(at('synchronizationServer', everything).context.trail).not.toContain('accountSecurityWarning');
  });

  it('shows for a managed account, of which the installer cannot tell', () => {
    const managed = answersFor('I');
    expect(at('synchronizationServer', managed).context.trail).toContain('accountSecurityWarning');
  });

  it('shows when local logon is allowed and that was overridden', () => {
    const walk = at('serviceAccount', everything);
    walk.submit(everything['serviceAccount']);
    walk.end([{ ...localLogonAllowed, status: 'failed' }]);
    walk.send({ type: 'override', check: localLogonAllowed.id, reason: 'a test system', who: 'local', at: '' });
    expect(walk.screen).toBe('accountSecurityWarning');
  });
});

describe('The guide’s notes', () => {
  it.each([
    ['A', []],
    ['B', ['basic-authentication-unsupported', 'exchange-web-services-end']],
    ['C', ['exchange-web-services-end', 'application-context-minimum-build', 'client-secret-expires']],
    ['D', ['smtp-without-outlook-add-in']],
    ['E', []],
    ['F', []],
    ['G', ['basic-authentication-unsupported', 'exchange-web-services-end']],
    ['H', ['exchange-web-services-end', 'application-context-minimum-build', 'client-secret-expires']],
    ['I', []],
  ] as const)('of option %s are %j', (option, codes) => {
    expect(notesAt('serviceAccount', answersFor(option, ['service']))).toEqual([...codes, 'tls-12-certificate']);
  });

  it('stand on the page of the mailbox application itself, whatever pages before have told', () => {
    const { context } = at('mailboxApplication', answersFor('C'));
    expect(remarksOn(context, 'mailboxApplication').map(({ code }) => code)).toEqual([
      'exchange-web-services-end',
      'application-context-minimum-build',
      'client-secret-expires',
    ]);
  });

  it('tell of the certificate with MIM Reporting, from the certificate page on', () => {
    expect(notesAt('certificate', answersFor('A'))).toEqual(['reporting-certificate']);
    expect(notesAt('reportingServer', answersFor('A'))).toEqual([]);
    expect(notesAt('certificate', answersFor('A', ['service']))).toEqual([]);
  });

  it('go with the answers that they are about', () => {
    const walk = at('certificate', answersFor('D'));
    walk.send({ type: 'revisit', page: 'mailServer' }).to('certificate', answersFor('A'));
    expect(pageView(walk.context, 'certificate').notes.map(({ code }) => code)).toEqual(['reporting-certificate']);
  });
});

function notesAt(page: Parameters<Walk['to']>[0], answers: PageAnswers): string[] {
  return pageView(at(page, answers).context, page).notes.map(({ code }) => code);
}

function at(page: Parameters<Walk['to']>[0], answers: PageAnswers, results: Parameters<Walk['to']>[2] = []): Walk {
  const walk = new Walk();
  walk.to(page, answers, results);
  return walk;
}
