import { beforeAll, describe, expect, it } from 'vitest';
import { wizard } from '../../machines/chart/setup.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import { callsOf, revive, transitionOn } from '../../server/host/transition.ts';
import { explore, placeOf } from '../chart/exploring.ts';
import { everythingIn } from '../chart/transitions.ts';

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
  it('fails for a state and a transition that nothing reaches', () => {
    const small = wizard.createMachine({
      context: wizardMachine.config.context,
      initial: 'hall',
      states: {
        hall: {
          meta: { screen: 'welcome' },
          on: { retry: { guard: 'runsHere', target: 'cellar' }, report: { guard: () => false, target: 'cellar' } },
        },
        attic: { meta: { screen: 'cloud' } },
        cellar: { always: 'garden' },
        garden: { meta: { screen: 'cancelled' }, type: 'final' },
      },
    } as Parameters<typeof wizard.createMachine>[0]);
    const all = everythingIn(small);
    const { visited } = explore(small);
    expect(missing(all.states, visited.states)).toEqual(['(machine).attic']);
    expect(missing(all.transitions, visited.transitions)).toEqual(['(machine).hall: report #0 → (machine).cellar']);
  });

  it('ends for a chart that does not', () => {
    const endless = wizard.createMachine({
      context: wizardMachine.config.context,
      initial: 'round',
      states: { round: { meta: { screen: 'welcome' }, on: { retry: { target: 'round', actions: 'beginAttempt' } } } },
    } as unknown as Parameters<typeof wizard.createMachine>[0]);
    expect(() => explore(endless, ({ context }) => String(context.attempt), 50)).toThrow('Traversal limit exceeded');
  });
});

const error = { code: 'unexpected', message: 'It did not work.' } as const;

function missing(all: ReadonlySet<string>, reached: ReadonlySet<string>): string[] {
  return [...all].filter((one) => !reached.has(one));
}
