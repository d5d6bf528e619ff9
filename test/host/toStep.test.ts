import { describe, expect, it } from 'vitest';
import { chartVersion } from '../../server/host/chartVersion.ts';
import { type StepOf, toStep } from '../../server/host/toStep.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { loadedFrom } from './loadedFrom.ts';

const about = { name: 'One', mode: 'live', rehearsal: null, runner: 'here' } as const;
const event = { type: 'submit' };

describe('A step', () => {
  it('at the beginning comes from nowhere, with what the installation is called and how it is run', () => {
    const walk = new Walk();
    const newKey = new Uint8Array([1]);
    const step = toStep(walk.last, of({ newKey }));
    expect(step).toMatchObject({ id: 'walk', revision: 0, who: 'ann', event, from: null, newKey, forget: false, sealed: [] });
    expect(step.row).toEqual({ ...about, status: 'asking', page: 'welcome', option: null, chart: chartVersion });
    expect(step).not.toHaveProperty('before');
    expect(step).not.toHaveProperty('ended');
  });

  it('has what was before, and whose outcome it is', () => {
    const walk = new Walk();
    walk.to('database', answersFor('C'));
    const before = loadedFrom(walk.kept);
    walk.submit(answersFor('C')['database']);
    const ended = { id: 'signIn', revision: 3, claim: 'c' };
    const step = toStep(walk.last, of({ before, ended, revision: 7 }));
    expect(step).toMatchObject({ from: 'database', ended, revision: 7 });
    expect(step.before).toBe(before.kept);
    expect(step.kept).toBe(walk.kept);
    expect(step).not.toHaveProperty('newKey');
  });

  it('asks for each call at the place where it can be made', () => {
    const walk = new Walk();
    walk.to('database', answersFor('C'));
    walk.submit(answersFor('C')['database']);
    const step = toStep(walk.last, of({ placeOf: ({ service }) => `at ${service}` }));
    expect(step.started).toMatchObject([{ id: 'database', place: 'at checkPage' }]);
  });

  it('keeps of the walk what the state that it leads to leaves of it', () => {
    const step = toStep(
      new Walk().last,
      of({ walk: 'a walk', keepWalk: (snapshot, walk) => `${walk} at ${String(snapshot.status)}` }),
    );
    expect(step.walk).toBe('a walk at active');
  });

  it('that ends the installation keeps no walk, and has its secrets forgotten', () => {
    const step = toStep(new Walk().send({ type: 'cancel' }).last, of({ walk: 'a walk' }));
    expect(step).toMatchObject({ walk: null, forget: true, row: { status: 'cancelled' } });
  });
});

function of(parts: Partial<StepOf>): StepOf {
  const nothing = { before: undefined, walk: null, keepWalk: (_: unknown, walk: string | null) => walk, placeOf: () => null };
  return { id: 'walk', event, about, revision: 0, who: 'ann', ...nothing, ...parts };
}
