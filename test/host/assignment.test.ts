import { describe, expect, it } from 'vitest';
import { assignment, isRunElsewhere } from '../../server/host/assignment.ts';
import type { Waiting } from '../../server/store/step.ts';
import { answersFor } from '../answers.ts';
import { result, Walk } from '../chart/walk.ts';
import { loadedFrom } from './loadedFrom.ts';

const everything = answersFor('C');
const succeeded = { result: 'succeeded', exitCode: 0, restartNeeded: false, rolledBack: null, message: 'Done.' } as const;

describe('An installation that is given to a runner', () => {
  it('stays where it is, and its answers with it', () => {
    const walk = at('database');
    const { kept, started, stopped } = assignment(loadedFrom(walk.kept), [], false);
    expect(kept).toEqual({ ...walk.kept, context: { ...walk.context, runsElsewhere: false } });
    expect([started, stopped]).toEqual([[], []]);
  });

  it.each([true, false])('knows whether the installer runs elsewhere (%s)', (elsewhere) => {
    expect(assignment(loadedFrom(at('database').kept), [], elsewhere).kept.context.runsElsewhere).toBe(elsewhere);
  });

  it('has the calls that it waits for asked for anew', () => {
    const walk = at('database');
    walk.submit(everything['database']);
    const [effect] = walk.last.started;
    const waiting: Waiting = { installation: 'walk', id: effect!.id, revision: 7, effect: effect! };
    const { kept, started, stopped } = assignment(loadedFrom(walk.kept), [waiting], false);
    expect(kept.value).toEqual(walk.kept.value);
    expect(started).toEqual([effect]);
    expect(stopped).toEqual([effect!.id]);
  });

  it('has no check of a page made once more that has failed: that is the user’s to ask for', () => {
    const walk = at('synchronizationServer');
    walk.submit(everything['synchronizationServer']);
    walk.end([result('synchronization-server', 'synchronizationServer', 'failed', 'host-unreachable')]);
    expect(walk.snapshot.can({ type: 'recheck' })).toBe(true);
    expect(assignment(loadedFrom(walk.kept), [], false).started).toEqual([]);
  });

  it('has the last checks made once more where they were over, for they were of another server', () => {
    const { started } = assignment(loadedFrom(at('ready').end([]).kept), [], false);
    expect(started).toMatchObject([{ service: 'checkEverything' }]);
  });

  it('has them asked for once where they are still made', () => {
    const walk = at('ready');
    const [effect] = walk.last.started;
    const waiting: Waiting = { installation: 'walk', id: effect!.id, revision: 7, effect: effect! };
    expect(assignment(loadedFrom(walk.kept), [waiting], false).started).toEqual([effect]);
  });

  it.each<[string, () => Walk]>([
    ['the installer was begun', () => at('ready').end([]).send({ type: 'install' })],
    ['the installer has ended', () => at('ready').end([]).send({ type: 'install' }).end(succeeded, 'installing')],
    [
      'the installer has failed',
      () =>
        at('ready')
          .end([])
          .send({ type: 'install' })
          .end({ ...succeeded, result: 'failed', exitCode: 1603 }, 'installing'),
    ],
    ['it is cancelled', () => at('database').send({ type: 'cancel' })],
  ])('is refused once %s', (_, reached) => {
    expect(() => assignment(loadedFrom(reached().kept), [], false)).toThrow(/which takes/);
  });
});

describe('An installer', () => {
  it.each([
    ['live', null, false, true],
    ['live', null, true, false],
    ['live', 'srv1', false, false],
    ['rehearsal', null, false, false],
  ] as const)(
    'in mode %s, for the runner %s, of a service that can run it (%s), runs elsewhere: %s',
    (mode, runner, installsHere, is) => {
      expect(isRunElsewhere({ mode, runner }, { installsHere })).toBe(is);
    },
  );
});

function at(screen: Parameters<Walk['to']>[0]): Walk {
  const walk = new Walk();
  walk.to(screen, everything);
  return walk;
}
