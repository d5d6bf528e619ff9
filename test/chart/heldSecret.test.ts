import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import { heldSecret, mayEndTask, registeredSecret } from '../../machines/chart/heldSecret.ts';
import type { Registration } from '../../machines/ports/registration.ts';
import { firstTransition } from '../../server/host/transition.ts';
import { answersFor } from '../answers.ts';
import { Walk } from './walk.ts';

const secret = { secret: 'new' };
const ids = { applicationId: '11111111-aaaa-4aaa-8aaa-111111111111', tenantId: '22222222-bbbb-4bbb-8bbb-222222222222' };
const application = { objectId: 'object', ...ids };
const wanted: Registration = { mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com', secretMonths: 12 };
const registered: Registration = { ...wanted, application, expiresAt: '2026-01-02T00:00:00.000Z' };
const ours = { ...ids, clientSecret: secret };
const handOut = { reason: 'For Change mode.', who: 'anna', at: '2025-01-02T00:00:00.000Z' };

describe('The client secret that was registered here', () => {
  it.each([
    ['counts where its application was submitted', registered, ours, secret],
    ['does not count where another application was typed over it', registered, { ...ours, applicationId: 'other' }, undefined],
    ['does not count before its application is submitted', registered, undefined, undefined],
    ['is none before it was made', { ...wanted, application }, ours, undefined],
    ['is none where nothing was registered', null, ours, undefined],
    ['is none where neither was anything registered nor typed in', null, undefined, undefined],
  ])('%s', (_, registration, mailboxApplication, expected) => {
    expect(registeredSecret(at({ registration, answers: mailboxApplication ? { mailboxApplication } : {} }))).toEqual(expected);
  });

  it('is held until somebody has been handed it', () => {
    expect(heldSecret(holding)).toEqual(secret);
    expect(heldSecret({ ...holding, handedOut: handOut })).toBeUndefined();
  });
});

describe('A closing task', () => {
  it.each([
    ['may not end where it needs the secret that nobody was handed', 'mailboxSettings', undefined, null, false],
    ['may end so for a reason', 'mailboxSettings', 'It is entered later.', null, true],
    ['may end so once the secret was handed out', 'mailboxSettings', undefined, handOut, true],
    ['may end anyway where it needs no secret', 'addIns', undefined, null, true],
  ] as const)('%s', (_, task, reason, handedOut, expected) => {
    expect(mayEndTask({ ...holding, handedOut }, task, reason)).toBe(expected);
  });
});

describe('Handing the secret out', () => {
  it('is taken down: who was handed it, why and when', () => {
    expect(closing().send({ type: 'handOut', ...handOut }).context.handedOut).toEqual(handOut);
  });

  it('goes before the end of the task that needs it, though that is the last one', () => {
    const walk = closing();
    const end = { type: 'complete', task: 'mailboxSettings', outcome: 'done' } as const;
    for (const task of ['serviceRuns', 'exchangeWebServices', 'applicationAccess', 'addIns'] as const)
      walk.send({ type: 'complete', task, outcome: 'done' });
    expect(walk.takes(end)).toBe(false);
    expect(walk.context.tasks.mailboxSettings).toBeUndefined();
    expect(walk.send({ type: 'handOut', ...handOut }).send(end).screen).toBe('finished');
  });
});

function at(known: Partial<WizardContext>): WizardContext {
  return { ...firstTransition({ id: 'walk', package: null }).kept.context, ...known };
}

const holding = at({ registration: registered, answers: { mailboxApplication: ours } });

/** An installation whose command has left the registered application out, and that has succeeded. */
function closing(): Walk {
  const walk = new Walk();
  const answers = answersFor('C', ['service']);
  walk.to('mailboxApplication', answers);
  walk.send({ type: 'register', ...wanted });
  walk.end(application).end({ servicePrincipalId: 'principal' });
  walk.end({ clientSecret: secret, expiresAt: registered.expiresAt }).end({ granted: true, consentUrl: '' });
  walk.send({ type: 'acknowledge', page: 'mailboxApplicationPolicy' });
  walk.to('ready', { ...answers, mailboxApplication: { ...ids, clientSecret: { kept: true } } });
  const outcome = { result: 'succeeded', exitCode: 0, restartNeeded: false, rolledBack: null, message: 'It is installed.' };
  return walk
    .end([])
    .send({ type: 'install' })
    .end({ ...outcome, leftOut: ['mailboxApplication.applicationId'] })
    .end([]);
}
