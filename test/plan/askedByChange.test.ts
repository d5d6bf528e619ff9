import { describe, expect, it } from 'vitest';
import type { ScreenId } from '../../machines/pages/screens.ts';
import { askedByChange } from '../../machines/plan/askedByChange.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { changeEvent, localLogonAllowed, resultsOf, Walk } from '../chart/walk.ts';

const unanswered = (page: string) => ({ page, reason: 'unanswered', problems: [] });
const managedNow = {
  page: 'serviceAccount',
  reason: 'invalid',
  problems: [expect.objectContaining({ field: 'emailPassword', code: 'required' })],
};
/** What the steps of a registration bring, in their order. */
const registered = [
  { objectId: 'object', applicationId: 'application', tenantId: 'tenant' },
  { servicePrincipalId: 'principal' },
  { clientSecret: { secret: 'new' }, expiresAt: '2026-01-02T00:00:00.000Z' },
  { granted: true, consentUrl: 'https://login.example/consent' },
];

describe('What a change has to ask', () => {
  it('is nothing where none is under way', () => {
    const walk = walkTo('certificate', answersFor('E'));
    expect(asked(walk)).toEqual([]);
  });

  it('is nothing where all that was answered still holds', () => {
    const walk = walkTo('ready', answersFor('C')).send(
      changeEvent('database', { ...answersFor('C')['database'], name: 'Other' }),
    );
    expect([walk.screen, walk.calls, asked(walk)]).toEqual(['database', ['database'], []]);
  });

  it('are the pages that it brings, told from when it begins until each is answered', () => {
    const { walk, answers } = withPortalAdded();
    expect([walk.screen, walk.calls]).toEqual(['certificate', ['certificate']]);
    const brought = ['sharePointSite', 'registrationPortalUrl'].map(unanswered);
    expect(asked(walk)).toEqual(brought);
    walk.end(resultsOf('certificate'));
    expect([walk.screen, asked(walk)]).toEqual(['sharePointSite', brought]);
    walk.step(answers);
    expect([walk.screen, asked(walk)]).toEqual(['sharePointTimerWarning', brought.slice(1)]);
  });

  it('is a page whose answers do not hold any more, with what is wrong with them', () => {
    const walk = toManagedAccount();
    expect([walk.screen, asked(walk)]).toEqual(['mailServer', [managedNow]]);
    walk.end(resultsOf('mailServer'));
    expect([walk.screen, asked(walk)]).toEqual(['serviceAccount', [managedNow]]);
  });

  it('is judged by the answers that are taken again on the way there', () => {
    const walk = walkTo('ready', answersFor('E'));
    walk.send(changeEvent('mailServer', answersFor('C')['mailServer']!));
    expect(asked(walk).map(({ page }) => page)).toEqual(['mailboxApplication', 'serviceAccount']);
  });

  it('is the page that was gone back to as well, though it held', () => {
    const walk = toManagedAccount().end(resultsOf('mailServer')).send({ type: 'back' });
    expect([walk.screen, asked(walk)]).toEqual(['certificate', [unanswered('certificate'), managedNow]]);
  });

  it('is the page on screen as long as it is not answered, whatever was answered there before', () => {
    const { context } = toManagedAccount().end(resultsOf('mailServer')).send({ type: 'back' });
    const certificate = { source: 'selfIssued' } as const;
    const changing = { ...context.changing!, answers: { ...context.changing!.answers, certificate } };
    expect(askedByChange({ ...context, changing }, 'certificate', true)).toEqual([unanswered('certificate'), managedNow]);
  });

  it('is no page that only tells something', () => {
    const walk = toManagedAccount().end(resultsOf('mailServer'));
    while (walk.screen !== 'welcome') walk.send({ type: 'back' });
    expect(asked(walk)[0]).toEqual(unanswered('licenseAgreement'));
  });

  it('is not the page that has its answers, while they are checked or once the check has failed', () => {
    const walk = toManagedAccount();
    expect(asked(walk).map(({ page }) => page)).not.toContain('mailServer');
    walk.breakOff();
    expect([walk.screen, walk.calls, asked(walk)]).toEqual(['mailServer', [], [managedNow]]);
  });

  it('is the page under what lies over it, unless it has its answers', () => {
    const registering = walkTo('ready', answersFor('A'));
    registering.send(changeEvent('mailServer', answersFor('C')['mailServer']!)).end(resultsOf('mailServer'));
    registering.send({ type: 'register', mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com', secretMonths: 12 });
    for (const output of registered) registering.end(output);
    expect([registering.screen, asked(registering)]).toEqual(['mailboxApplicationPolicy', [unanswered('mailboxApplication')]]);

    const refused = walkTo('ready', answersFor('D'));
    refused.send(changeEvent('mailServer', { ...answersFor('D')['mailServer'], authentication: 'basic' }));
    expect(refused.screen).toBe('incompatibleMailAuthentication');
    expect(asked(refused).map(({ page }) => page)).not.toContain('mailServer');
  });
});

function asked(walk: Walk) {
  return askedByChange(walk.context, walk.screen, walk.calls.length === 0);
}

function withPortalAdded() {
  const answers = answersFor('E', ['service', 'portal']);
  const walk = walkTo('ready', answersFor('E', ['service'])).send(changeEvent('components', answers['components']!));
  return { walk, answers };
}

/** From ready with a regular account, the mail server is being checked that a managed one is to be used with. */
function toManagedAccount(): Walk {
  return walkTo('ready', answersFor('A')).send(changeEvent('mailServer', answersFor('F')['mailServer']!));
}

function walkTo(screen: ScreenId, answers: PageAnswers): Walk {
  const walk = new Walk();
  walk.to(screen, answers, [localLogonAllowed]);
  return walk;
}
