import { describe, expect, it } from 'vitest';
import type { WizardEvent } from '../../machines/chart/events.ts';
import {
  callsOf,
  firstTransition,
  isChecking,
  type Outcome,
  revive,
  screenOf,
  transitionOn,
  waitedForBy,
} from '../../server/host/transition.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';

const everything = answersFor('C');

describe('The first transition', () => {
  it('is to the first page, and neither starts nor stops a call', () => {
    const first = firstTransition({ id: 'one', package: null });
    expect([first.started, first.stopped]).toEqual([[], []]);
    expect(screenOf(revive(first.kept))).toBe('welcome');
  });
});

describe('A transition', () => {
  it('is none where the state does not take the event, or where nobody waits for a call that failed', () => {
    const { snapshot } = new Walk();
    const unasked: Outcome = { type: 'xstate.error.actor.database', error: { code: 'unexpected', message: 'It broke.' } };
    expect(transitionOn(snapshot, { type: 'back' })).toBeUndefined();
    expect(transitionOn(snapshot, unasked)).toBeUndefined();
    expect(screenOf(snapshot)).toBe('welcome');
  });

  it('by the failure of a call that is waited for leads to what the chart has for it', () => {
    const walk = checkingDatabase();
    const failed: Outcome = { type: 'xstate.error.actor.database', error: { code: 'unexpected', message: 'It broke.' } };
    const next = transitionOn(walk.snapshot, failed);
    expect(next?.kept.context.problems).toMatchObject([{ code: 'unexpected' }]);
    expect(next?.stopped).toEqual(['database']);
  });

  it('starts the call that its state waits for, and stops the one that it waits for no more', () => {
    const walk = new Walk();
    walk.to('database', everything);
    const checking = transitionOn(walk.snapshot, submitted('database'))!;
    expect(checking.started).toMatchObject([{ id: 'database', service: 'checkPage' }]);
    expect(checking.stopped).toEqual([]);
    expect(transitionOn(revive(checking.kept), { type: 'back' })).toMatchObject({ started: [], stopped: ['database'] });
  });

  it('neither starts nor stops what its state goes on waiting for', () => {
    expect(transitionOn(atReady().snapshot, { type: 'install' })).toMatchObject({ started: [], stopped: [] });
  });

  it('that asks for the same call anew stops the one that was under way', () => {
    const change = { type: 'change', page: 'database', answers: everything['database'] } as unknown as WizardEvent;
    const next = transitionOn(atReady().snapshot, change)!;
    expect([next.started.map(({ id }) => id), next.stopped]).toEqual([['ready'], ['ready']]);
  });
});

describe('What is kept', () => {
  it('is revived once, and a state that takes its screen from it is told its screen once', () => {
    const { kept } = new Walk();
    const copy = { ...kept };
    expect(revive(copy)).toBe(revive(copy));
    expect(revive(copy)).not.toBe(revive({ ...kept }));
  });

  it('of a state that waits for a call is revived without that call: calls are made elsewhere', () => {
    const { kept } = checkingDatabase();
    expect(Object.keys(revive(kept).children)).toEqual([]);
  });
});

describe('A state', () => {
  it('shows the innermost screen: a warning lies within its page', () => {
    const walk = new Walk();
    walk.to('sharePointTimerWarning', everything);
    expect(screenOf(walk.snapshot)).toBe('sharePointTimerWarning');
  });

  it('tells what it waits for, and whether a client may want to wait for that: not for the installer', () => {
    const walk = checkingDatabase();
    expect(callsOf(walk.snapshot)).toEqual(['database']);
    expect(waitedForBy(walk.snapshot)).toEqual([{ id: 'database', service: 'checkPage' }]);
    expect(isChecking(walk.snapshot)).toBe(true);
    expect(isChecking(new Walk().snapshot)).toBe(false);

    const installing = atReady().end([]).send({ type: 'install' });
    expect(waitedForBy(installing.snapshot)).toEqual([{ id: 'installing', service: 'install' }]);
    expect(isChecking(installing.snapshot)).toBe(false);
    installing.send({ type: 'cancel' });
    expect(waitedForBy(installing.snapshot).map(({ service }) => service)).toEqual(['install', 'stopInstaller']);
    expect(isChecking(installing.snapshot)).toBe(false);
  });
});

function checkingDatabase(): Walk {
  const walk = new Walk();
  walk.to('database', everything);
  walk.submit(everything['database']);
  return walk;
}

/** Its last checks run. */
function atReady(): Walk {
  const walk = new Walk();
  walk.to('ready', everything);
  return walk;
}

function submitted(page: string): WizardEvent {
  return { type: 'submit', page, answers: everything[page] } as unknown as WizardEvent;
}
