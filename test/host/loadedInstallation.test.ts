import { describe, expect, it } from 'vitest';
import { canBeLoaded, isOutdated, toLoaded } from '../../server/host/loadedInstallation.ts';
import { hasEnded, statusOf } from '../../server/host/status.ts';
import { screenOf } from '../../server/host/transition.ts';
import type { PersistedSnapshot } from '../../server/store/snapshot.ts';
import { answersFor } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { savedFrom } from './loadedFrom.ts';

const everything = answersFor('C');
const older = { chart: 'an older one' };

describe('What is kept of an installation', () => {
  it('is loaded as it was, with its walk and the link of its seals', () => {
    const { kept } = at('database');
    const more = { walk: '{}', link: { seal: 's', digest: 'd' } };
    const loaded = toLoaded(savedFrom(kept, more));
    expect(loaded).toMatchObject({ kept, ...more });
    expect(screenOf(loaded.snapshot)).toBe('database');
    expect(Object.keys(loaded.row)).not.toContain('kept');
  });

  it.each<[string, PersistedSnapshot | undefined]>([
    ['is not there', undefined],
    ['has no context', { ...at('database').kept, context: 'none' } as unknown as PersistedSnapshot],
    ['names a state that the chart has not', { ...at('database').kept, value: 'attic' } as unknown as PersistedSnapshot],
  ])('is damaged where it %s', (_, kept) => {
    const saved = { ...savedFrom(at('database').kept), kept };
    expect(() => toLoaded(saved)).toThrow(expect.objectContaining({ code: 'damaged' }));
    expect(canBeLoaded(saved)).toBe(false);
  });

  it('says why it is damaged: its checksum, or the chart, which knows no such thing', () => {
    const saved = savedFrom(at('database').kept);
    expect(() => toLoaded({ ...saved, kept: undefined })).toThrow(/does not agree with its checksum/);
    const kept = { ...saved.kept, value: 'attic' } as unknown as PersistedSnapshot;
    expect(() => toLoaded({ ...saved, kept })).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/nothing that the chart knows/), cause: expect.any(Error) }),
    );
  });

  it('by an older chart is never loaded blindly while it may still go on', () => {
    const saved = savedFrom(at('database').kept, older);
    expect(isOutdated(saved)).toBe(true);
    expect(() => toLoaded(saved)).toThrow(expect.objectContaining({ code: 'chart-changed' }));
    expect(canBeLoaded(saved)).toBe(false);
  });

  it('by an older chart is read by the names that this one has, once it has ended', () => {
    const walk = at('database').send({ type: 'cancel' });
    const { context } = walk.kept;
    const kept = { ...walk.kept, context: { ...context, trail: [...context.trail, 'attic'] } } as unknown as PersistedSnapshot;
    const saved = savedFrom(kept, older);
    expect(isOutdated(saved)).toBe(false);
    expect(toLoaded(saved).snapshot.context.trail).toEqual(context.trail);
    expect(canBeLoaded(saved)).toBe(true);
    const without = { ...kept, context: null } as unknown as PersistedSnapshot;
    expect(() => toLoaded({ ...saved, kept: without })).not.toThrow(TypeError);
  });
});

describe('The status of an installation', () => {
  it('says what it is doing', () => {
    const checking = at('database');
    checking.submit(everything['database']);
    const walks = [at('database'), checking, at('databaseBackupWarning'), at('ready'), at('database').send({ type: 'cancel' })];
    expect(walks.map(({ snapshot }) => statusOf(snapshot))).toEqual(['asking', 'checking', 'warning', 'ready', 'cancelled']);
  });

  it('tells that nothing more comes where it is finished or cancelled, and else not', () => {
    const statuses = ['finished', 'cancelled', 'failed', 'postInstallation', 'installing', 'damaged', 'asking'];
    expect(statuses.filter(hasEnded)).toEqual(['finished', 'cancelled']);
  });
});

function at(screen: Parameters<Walk['to']>[0]): Walk {
  const walk = new Walk();
  walk.to(screen, { ...everything, database: { ...everything['database'], whenExists: 'reuse' } });
  return walk;
}
