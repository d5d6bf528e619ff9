import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { deleteEnded } from '../../server/host/deleteEnded.ts';
import type { Steps } from '../../server/host/steps.ts';
import { Turns } from '../../server/host/turns.ts';
import type { Saved } from '../../server/store/rows.ts';
import type { Store } from '../../server/store/store.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { savedFrom } from './loadedFrom.ts';

const outcome = { exitCode: 1603, restartNeeded: false, rolledBack: true, message: 'It failed.' };
const installing = () => at('ready').end([]).send({ type: 'install' });
const answering = { scope: 's', key: 'k', digest: 'd' };

describe('An installation', () => {
  it.each<[string, () => Saved]>([
    ['that is cancelled', () => savedFrom(at('database').send({ type: 'cancel' }).kept)],
    [
      'that has failed, and it is known how',
      () => savedFrom(installing().end({ ...outcome, result: 'failed' }, 'installing').kept),
    ],
    ['that is damaged', () => ({ ...savedFrom(at('database').kept), kept: undefined })],
    ['that an older version has kept and this one cannot use', () => savedFrom(at('database').kept, { chart: 'an older one' })],
  ])('%s may be deleted, which is told', async (_, saved) => {
    const { deleted, told } = await remove(saved());
    expect(deleted).toEqual([['walk', answering]]);
    expect(told).toEqual(['walk']);
  });

  it.each<[string, () => Saved]>([
    ['that is asked for answers', () => savedFrom(at('database').kept)],
    ['whose installer runs', () => savedFrom(installing().kept)],
    ['that has failed, and nobody knows how', () => savedFrom(installing().breakOff('unexpected', 'installing').kept)],
  ])('%s may not', async (_, saved) => {
    const { deleted, told, refusal } = await remove(saved());
    expect(refusal).toMatchObject({ code: 'not-ended' });
    expect([deleted, told]).toEqual([[], []]);
  });
});

async function remove(saved: Saved) {
  const [deleted, told]: [unknown[], string[]] = [[], []];
  const events = new EventEmitter<{ deleted: [id: string] }>();
  events.on('deleted', (id) => told.push(id));
  const store = { delete: async (...asked: unknown[]) => void deleted.push(asked) } as unknown as Store;
  const steps = { turns: new Turns(), events, find: async () => saved } as unknown as Steps;
  const refusal = await deleteEnded(store, steps, 'walk', answering).catch((error: unknown) => error);
  return { deleted, told, refusal };
}

function at(screen: Parameters<Walk['to']>[0]): Walk {
  const walk = new Walk();
  walk.to(screen, answersFor('C'));
  return walk;
}
