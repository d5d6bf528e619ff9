import { describe, expect, it } from 'vitest';
import { statusOf } from '../../server/host/status.ts';
import { pageView } from '../../server/view/page.ts';
import { taskViews } from '../../server/view/tasks.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from './walk.ts';

const register = { type: 'register', mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com', secretMonths: 12 } as const;
const application = {
  objectId: 'object',
  applicationId: '11111111-aaaa-4aaa-8aaa-111111111111',
  tenantId: '22222222-bbbb-4bbb-8bbb-222222222222',
};
const newSecret = { clientSecret: { secret: 'new' }, expiresAt: '2026-01-02T00:00:00.000Z' };

/** The steps of the registration: the call of each, and how it ends. */
const steps = [
  ['creatingApplication', 'createApplication', application],
  ['creatingServicePrincipal', 'createServicePrincipal', { servicePrincipalId: 'principal' }],
  ['addingClientSecret', 'addClientSecret', newSecret],
  ['grantingConsent', 'grantConsent', { granted: true, consentUrl: 'https://login.example/consent' }],
] as const;

describe('Registering the mailbox application', () => {
  it('goes step by step, each with what the steps before have brought, and is shown as checking its page', () => {
    const walk = at().send(register);
    for (const [call, service, output] of steps) {
      expect(walk.last.started).toMatchObject([{ id: call, service, input: { registration: { mailbox: register.mailbox } } }]);
      expect([walk.screen, statusOf(walk.snapshot)]).toEqual(['mailboxApplication', 'checking']);
      walk.end(output);
    }
    expect(walk.context.registration).toMatchObject({ application, servicePrincipalId: 'principal' });
    expect(walk.screen).toBe('mailboxApplicationPolicy');
  });

  it('ends with the script that restricts the application, and the page filled in; nothing counts before it is submitted', () => {
    const walk = registered();
    expect(taskViews(walk.context, walk.screen)).toMatchObject([
      { id: 'restrict-access', script: expect.stringContaining(application.applicationId) },
      { id: 'restrict-access-by-role', script: expect.stringContaining(application.applicationId) },
      { id: 'allow-exchange-web-services', script: expect.stringContaining(application.applicationId) },
    ]);
    walk.send({ type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    expect([walk.screen, statusOf(walk.snapshot)]).toEqual(['mailboxApplication', 'asking']);
    expect(pageView(walk.context, 'mailboxApplication').answers).toEqual({
      applicationId: application.applicationId,
      tenantId: application.tenantId,
      clientSecret: { kept: true },
    });
    expect(walk.context.answers.mailboxApplication).toBeUndefined();
    expect(walk.context.trail.at(-1)).toBe('mailboxApplication');
  });

  it('asks for consent by a link where it could not be granted, and then goes on to the policy', () => {
    const walk = until('grantingConsent').end({ granted: false, consentUrl: 'https://login.example/consent' });
    expect([walk.screen, statusOf(walk.snapshot)]).toEqual(['mailboxApplicationConsent', 'warning']);
    expect(taskViews(walk.context, walk.screen)).toMatchObject([
      { detail: expect.stringContaining('https://login.example/consent') },
    ]);
    walk.send({ type: 'acknowledge', page: 'mailboxApplicationConsent' });
    expect(walk.screen).toBe('mailboxApplicationPolicy');
  });

  it.each(steps.map(([call]) => call))('that fails at %s is taken up there, and does nothing twice', (call) => {
    const walk = until(call).breakOff('registration-failed');
    expect([walk.screen, statusOf(walk.snapshot)]).toEqual(['mailboxApplication', 'asking']);
    expect(walk.context.problems).toMatchObject([{ code: 'registration-failed' }]);
    walk.send(register);
    expect(walk.calls).toEqual([call]);
    expect(walk.context.problems).toEqual([]);
    const left = steps.slice(steps.findIndex(([one]) => one === call));
    for (const [, , output] of left) walk.end(output);
    expect(walk.screen).toBe('mailboxApplicationPolicy');
  });

  it.each(steps.map(([call]) => call))('that is called off by back at %s asks the page again, and is taken up there', (call) => {
    const walk = until(call).send({ type: 'back' });
    expect([walk.screen, walk.last.stopped]).toEqual(['mailboxApplication', [call]]);
    expect(walk.takes({ type: `xstate.done.actor.${call}`, output: {} })).toBe(false);
    expect(walk.send(register).calls).toEqual([call]);
  });

  it('can be left at its confirmations, back to the page, which is filled in', () => {
    const walk = registered().send({ type: 'back' });
    expect(walk.screen).toBe('mailboxApplication');
    expect(pageView(walk.context, 'mailboxApplication').answers).toMatchObject({ applicationId: application.applicationId });
  });

  it('gives a new secret where the one that it made was typed over since', () => {
    const walk = registered().send({ type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    const typed = answersFor('C')['mailboxApplication']!;
    walk.submit(typed);
    walk.end([result('mailbox-access', 'mailboxApplication', 'failed', 'host-unreachable')]);
    walk.send(register);
    expect(walk.calls).toEqual(['addingClientSecret']);
    walk.end(newSecret).end(steps[3][2]);
    expect(pageView(walk.context, 'mailboxApplication').answers).toMatchObject({ applicationId: application.applicationId });
  });

  it('hands out the secret that was made anew, though the one before was handed out', () => {
    const walk = registered().send({ type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    const kept = { ...answersFor('C'), mailboxApplication: pageView(walk.context, 'mailboxApplication').answers };
    const handOut = { type: 'handOut', reason: 'For Change mode.', who: 'local', at: '' } as const;
    walk.to('ready', kept);
    walk.send(handOut);
    expect(walk.takes(handOut)).toBe(false);
    walk.send({ type: 'revisit', page: 'mailboxApplication' }).submit(answersFor('C')['mailboxApplication']);
    walk.end([result('mailbox-access', 'mailboxApplication', 'failed', 'host-unreachable')]);
    walk.send(register).end(newSecret).end(steps[3][2]).send({ type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    walk.to('ready', kept);
    expect(walk.takes(handOut)).toBe(true);
  });

  it('contributes nothing where the branch is abandoned', () => {
    const walk = registered().send({ type: 'acknowledge', page: 'mailboxApplicationPolicy' });
    walk.send({ type: 'revisit', page: 'mailServer' }).to('ready', answersFor('E'));
    expect(walk.context.answers.mailboxApplication).toBeUndefined();
    expect(JSON.stringify(walk.end([]).send({ type: 'install' }).last.started)).not.toContain(application.applicationId);
  });

  it('is open only on its page', () => {
    const elsewhere = new Walk();
    elsewhere.to('certificate', answersFor('C'));
    expect(elsewhere.takes(register)).toBe(false);
    expect(until('grantingConsent').takes(register)).toBe(false);
  });
});

function at(): Walk {
  const walk = new Walk();
  walk.to('mailboxApplication', answersFor('C'));
  return walk;
}

function until(call: (typeof steps)[number][0]): Walk {
  const walk = at().send(register);
  for (const [one, , output] of steps) {
    if (one === call) return walk;
    walk.end(output);
  }
  return walk;
}

function registered(): Walk {
  return until('grantingConsent').end(steps[3][2]);
}
