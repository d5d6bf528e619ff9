import { describe, expect, it } from 'vitest';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { chartVersion } from '../../server/host/chartVersion.ts';
import { takeUp } from '../../server/host/takeUp.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';

const damaged = new Problem('damaged', 'It cannot be read.');

describe('What an earlier process left', () => {
  it('is moved over, then walked on, then looked at for damage, each in order of id, however many there are', async () => {
    const many = Array.from({ length: 250 }, (_, n) => `i${String(n).padStart(3, '0')}`);
    const { done, asked } = await takenUp({ outdated: many, walking: ['w1', 'w2'], damaged: [] });
    expect(done).toEqual([...many.map((id) => `load ${id}`), 'walk w1', 'walk w2', 'look']);
    expect(asked).toEqual(['', 'i099', 'i199']);
  });

  it('is asked for once more where as many came as are asked for', async () => {
    const many = Array.from({ length: 100 }, (_, n) => `i${String(n).padStart(3, '0')}`);
    const { done, asked } = await takenUp({ outdated: many });
    expect(done).toHaveLength(101);
    expect(asked).toEqual(['', 'i099']);
  });

  it('is reported where it cannot be taken up, and hides no other', async () => {
    const fault = new Error('A fault.');
    const { done, reports } = await takenUp({
      outdated: ['a', 'b', 'c'],
      failing: { a: fault, b: new Problem('chart-changed', 'It was moved over too late.') },
    });
    expect(done).toContain('load c');
    expect(reports).toEqual([
      ['A fault.', { installation: 'a' }],
      ['It was moved over too late.', { installation: 'b' }],
    ]);
  });

  it('is reported as damaged once, by the look for damage', async () => {
    const { reports } = await takenUp({ outdated: ['a'], failing: { a: damaged }, damaged: ['a'] });
    expect(reports).toEqual([['What is kept of this installation is damaged.', { installation: 'a' }]]);
  });

  it('is left for the next start from the moment on when the service stops', async () => {
    const { done } = await takenUp({ outdated: ['a', 'b', 'c'], walking: ['w'], stopAt: 'load b' });
    expect(done).toEqual(['load a', 'load b']);
  });

  it('is not looked for where the service stops before', async () => {
    const { done, asked, reports } = await takenUp({ outdated: ['a'], walking: ['w'], stopAt: 'start' });
    expect([done, asked, reports]).toEqual([[], [], []]);
  });

  it.each<[string, Error, string | undefined, string[]]>([
    ['is reported', new StoreUnavailable('away', 'It is away.'), undefined, ['It is away.']],
    ['is no news while the service stops', new StoreUnavailable('away', 'It is away.'), 'look', []],
  ])('and a storage that goes away %s', async (_, error, stopAt, told) => {
    const { reports } = await takenUp({ walking: ['w'], breaks: error, stopAt });
    expect(reports.map(([message]) => message)).toEqual(told);
  });

  it('and a fault is reported even while the service stops', async () => {
    const { reports } = await takenUp({ outdated: ['a'], breaks: new Error('A fault.'), stopAt: 'look' });
    expect(reports).toEqual([['A fault.', {}]]);
  });
});

interface Left {
  readonly outdated?: readonly string[];
  readonly walking?: readonly string[];
  readonly damaged?: readonly string[];
  /** What loading one of them throws. */
  readonly failing?: Readonly<Record<string, Error>>;
  /** What the storage throws at the look for damage. */
  readonly breaks?: Error | undefined;
  /** After what the service stops. */
  readonly stopAt?: string | undefined;
}

async function takenUp({ outdated = [], walking = [], damaged = [], failing = {}, breaks, stopAt }: Left) {
  const [done, asked]: [string[], string[]] = [[], []];
  const reports: [message: string, about: object][] = [];
  const stopping = new AbortController();
  const did = (what: string) => {
    if (what !== 'start') done.push(what);
    if (what === stopAt) stopping.abort();
  };
  did('start');
  await takeUp({
    store: {
      outdated: async (chart, limit, after = '') => {
        expect(chart).toBe(chartVersion);
        asked.push(after);
        return outdated.filter((id) => id > after).slice(0, limit);
      },
      walking: async (limit, after = '') => walking.filter((id) => id > after).slice(0, limit),
      lookForDamage: async (signal) => {
        expect(signal).toBe(stopping.signal);
        did('look');
        if (breaks) throw breaks;
        return [...damaged];
      },
    },
    load: async (id) => {
      did(`load ${id}`);
      if (failing[id]) throw failing[id];
    },
    resumeWalk: async (id) => did(`walk ${id}`),
    report: (error, about) => reports.push([(error as Error).message, about]),
    stopping: stopping.signal,
  });
  return { done, asked, reports };
}
