import { beforeAll, describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { wizard } from '../../machines/chart/setup.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { callsOf, revive, transitionOn } from '../../server/host/transition.ts';
import { explore, placeOf } from './exploring.ts';
import { everythingIn } from './transitions.ts';

describe('The chart', () => {
  const all = everythingIn(wizardMachine);
  let found: ReturnType<typeof explore>;
  beforeAll(() => {
    found = explore(wizardMachine);
  });

  it('has every state reached', () => {
    expect(missing(all.states, found.visited.states)).toEqual([]);
  });

  it('has every transition taken, each guarded alternative and each outcome of a call included', () => {
    expect(missing(all.transitions, found.visited.transitions)).toEqual([]);
  });

  it('never ends in an error of its own', () => {
    expect(new Set(found.snapshots.map(({ status }) => status))).toEqual(new Set(['active', 'done']));
  });

  it('is the same once it was kept as JSON and revived, in every place', () => {
    for (const snapshot of found.snapshots) {
      const { value, context, status } = snapshot;
      const revived = revive(JSON.parse(JSON.stringify({ value, context, status })));
      expect(placeOf(revived)).toBe(placeOf(snapshot));
      expect(revived.tags).toEqual(snapshot.tags);
    }
  });

  it('refuses, in every place, the outcome of a call that it does not wait for there', () => {
    const calls = new Set(found.snapshots.flatMap(callsOf));
    for (const snapshot of found.snapshots) {
      for (const call of [...calls, 'nobody'].filter((one) => !callsOf(snapshot).includes(one))) {
        expect(transitionOn(snapshot, { type: `xstate.done.actor.${call}`, output: [] })).toBeUndefined();
        expect(transitionOn(snapshot, { type: `xstate.error.actor.${call}`, error })).toBeUndefined();
      }
    }
  });
});

describe('The test of the chart', () => {
  it('fails for a new state and a new transition that nothing reaches', () => {
    const more = extended({
      states: { ...wizardMachine.config.states, attic: {}, cellar: { always: '#cancelled' } },
      on: { retry: { guard: 'runsHere', target: '.cellar' }, report: { guard: () => false, target: '.cellar' } },
    });
    const all = everythingIn(more);
    const { visited } = explore(more);
    expect(missing(all.states, visited.states)).toEqual(['wizard.attic']);
    expect(missing(all.transitions, visited.transitions)).toEqual(['wizard: report #0 → wizard.cellar']);
  });
});

const error = { code: 'unexpected', message: 'It did not work.' } as const;

function extended(more: object): AnyStateMachine {
  return wizard.createMachine({ ...wizardMachine.config, ...more } as Parameters<typeof wizard.createMachine>[0]);
}

function missing(all: ReadonlySet<string>, reached: ReadonlySet<string>): string[] {
  return [...all].filter((one) => !reached.has(one));
}
