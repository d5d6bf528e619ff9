import { describe, expect, it } from 'vitest';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { ScreenId } from '../../machines/pages/screens.ts';
import { eventsTaken, isTaken } from '../../server/host/eventsTaken.ts';
import { revive } from '../../server/host/transition.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from '../chart/walk.ts';

describe('The events that a state takes are', () => {
  it.each<[ScreenId, string[]]>([
    ['welcome', ['submit', 'cancel']],
    ['licenseAgreement', ['submit', 'back', 'revisit', 'change', 'cancel']],
    ['database', ['submit', 'back', 'revisit', 'change', 'cancel']],
  ])('on the page %s: %j', (screen, events) => {
    const walk = new Walk();
    walk.to(screen, answersFor('C'));
    expect(eventsTaken(walk.snapshot)).toEqual(events);
  });

  it('none but to go back or to give up while a check runs', () => {
    const walk = new Walk();
    walk.to('database', answersFor('C'));
    walk.submit(answersFor('C')['database']);
    expect(eventsTaken(walk.snapshot)).toEqual(['back', 'revisit', 'change', 'cancel']);
  });

  it('to override a check that failed, where the installer would not refuse itself, and to look again', () => {
    const walk = new Walk();
    walk.to('database', answersFor('C'));
    walk.submit(answersFor('C')['database']);
    walk.end([result('database-reachable', 'database', 'failed')]);
    expect(eventsTaken(walk.snapshot)).toEqual(['submit', 'back', 'revisit', 'change', 'recheck', 'override', 'cancel']);
  });

  it('not to override what the installer checks itself', () => {
    const walk = new Walk();
    walk.to('database', answersFor('C'));
    walk.submit(answersFor('C')['database']);
    walk.end([result('database-presence', 'database', 'failed')]);
    expect(eventsTaken(walk.snapshot)).toEqual(['submit', 'back', 'revisit', 'change', 'recheck', 'cancel']);
  });

  it('no change of a page that has not been answered', () => {
    const walk = new Walk();
    walk.to('licenseAgreement', answersFor('C'));
    const { welcome: _, ...answers } = walk.context.answers as { readonly welcome?: object };
    const unanswered = revive({ ...walk.kept, context: { ...walk.context, answers } });
    expect(eventsTaken(unanswered)).toEqual(['submit', 'back', 'revisit', 'cancel']);
  });

  it('to settle what is open, once the package is known', () => {
    const walk = new Walk();
    walk.to('ready', answersFor('C'));
    walk.end([]);
    const product = { productName: null, productCode: '{1}', productVersion: '1' };
    const packageAsks = { from: 'file', ...product, dialogs: [], screens: [], properties: [] } as const;
    const known = revive({ ...walk.kept, context: { ...walk.context, packageAsks } });
    expect(eventsTaken(known)).toContain('settle');
    const { licenseAgreement } = walk.context.answers;
    const nothingOpen = { ...walk.context, packageAsks, answers: { licenseAgreement } } as WizardContext;
    expect(eventsTaken(revive({ ...walk.kept, context: nothingOpen }))).not.toContain('settle');
  });

  it('at the review, to install', () => {
    const walk = new Walk();
    walk.to('ready', answersFor('C'));
    expect(eventsTaken(walk.snapshot)).toEqual(expect.arrayContaining(['back', 'cancel']));
    walk.end([]);
    expect(eventsTaken(walk.snapshot)).toEqual(expect.arrayContaining(['back', 'recheck', 'install', 'cancel']));
    expect(eventsTaken(walk.snapshot)).not.toContain('settle');
  });

  it('to register, on the page that asks for the mailbox application', () => {
    const walk = new Walk();
    walk.to('mailboxApplication', answersFor('C'));
    expect(eventsTaken(walk.snapshot)).toEqual(['submit', 'back', 'revisit', 'change', 'register', 'cancel']);
  });

  it('to acknowledge a warning, and to change the page that it is about, behind it', () => {
    const walk = new Walk();
    walk.to('sharePointTimerWarning', answersFor('C'));
    expect(eventsTaken(walk.snapshot)).toEqual(['acknowledge', 'back', 'revisit', 'change', 'cancel']);
  });

  it('to try again, once the installer has failed', () => {
    const events = eventsTaken(ended('failed').snapshot);
    expect(events).toEqual(['back', 'revisit', 'change', 'retry', 'cancel']);
  });

  it('to end a closing task, once the installer has succeeded, and nothing once all is over', () => {
    const walk = ended('succeeded');
    walk.end([]);
    expect(eventsTaken(walk.snapshot)).toEqual(['recheck', 'complete']);
    const over = new Walk();
    over.send({ type: 'cancel' });
    expect(eventsTaken(over.snapshot)).toEqual([]);
  });
});

describe('An event', () => {
  it('is taken where the state listens for it and its guard lets it pass', () => {
    const { snapshot } = new Walk();
    expect(isTaken(snapshot, { type: 'submit', page: 'welcome', answers: {} })).toBe(true);
    expect(isTaken(snapshot, { type: 'cancel' })).toBe(true);
  });

  it('is not where its guard refuses it, or the state does not listen for it', () => {
    const { snapshot } = new Walk();
    expect(isTaken(snapshot, { type: 'acknowledge', page: 'sharePointTimerWarning' })).toBe(false);
    expect(isTaken(snapshot, { type: 'handOut', reason: '', who: '', at: '' })).toBe(false);
    expect(isTaken(snapshot, { type: 'install' })).toBe(false);
  });
});

function ended(result: 'succeeded' | 'failed'): Walk {
  const walk = new Walk();
  walk.to('ready', answersFor('C'));
  walk.end([]);

  const outcome = { result, exitCode: null, restartNeeded: false, rolledBack: null, message: 'It ended.' };
  return walk.send({ type: 'install' }).end(outcome);
}
