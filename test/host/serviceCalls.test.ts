import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../machines/ports/call.ts';
import type { Services } from '../../machines/ports/services.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { ServiceCalls } from '../../server/host/serviceCalls.ts';
import type { Outcome } from '../../server/host/transition.ts';
import type { Claimed } from '../../server/store/effects.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';

const away = new StoreUnavailable('away', 'It is away.');

describe('A call', () => {
  it('is made with its secrets opened, and what comes of it is a step', async () => {
    const { outcomes } = await make({ service: async (input) => [input], opened: { password: 'the text' } });
    expect(outcomes).toEqual([{ type: 'xstate.done.actor.database', output: [{ password: 'the text' }] }]);
  });

  it('that a user can do something about ends with that', async () => {
    const { outcomes, reports } = await make({ service: () => Promise.reject(new Problem('sign-in-failed', 'Sign in again.')) });
    const error = { code: 'sign-in-failed', message: 'Sign in again.' };
    expect(outcomes).toEqual([{ type: 'xstate.error.actor.database', error }]);
    expect(reports).toEqual([]);
  });

  it('that fails by a fault ends so, and the log has the fault without the secrets', async () => {
    const { outcomes, reports } = await make({
      service: () => Promise.reject(new Error('No pa55word fits.')),
      secrets: ['pa55word'],
    });
    expect(outcomes).toMatchObject([{ type: 'xstate.error.actor.database', error: { code: 'unexpected' } }]);
    expect(reports).toEqual([[expect.stringMatching(/^No .* fits\.$/), { installation: 'i', call: 'database' }]]);
    expect(JSON.stringify(reports)).not.toContain('pa55word');
  });

  it('that fails by a fault has nothing of it in the log where its secrets cannot be read', async () => {
    const { reports } = await make({ service: () => Promise.reject(new Error('No pa55word fits.')), secrets: 'unreadable' });
    expect(reports.map(([message]) => message)).toEqual(['A call went wrong, and its secrets cannot be read now.']);
  });

  it('of the installer has no outcome by a fault, for the installer goes on: it is made again, and says so', async () => {
    const { outcomes, told } = await make({ effect: 'install', service: () => Promise.reject(new Error('A fault.')) });
    expect(outcomes).toEqual([]);
    expect(told).toEqual([
      { installer: { action: '', phase: '', percent: 0, trouble: expect.stringContaining('looked at again') } },
    ]);
  });

  it('is left alone where its installation cannot be used', async () => {
    const { outcomes } = await make({ servicesFor: () => Promise.reject(new Problem('damaged', 'It cannot be read.')) });
    expect(outcomes).toEqual([]);
  });

  it.each([
    ['services', { servicesFor: () => Promise.reject(away) }],
    ['secrets', { open: () => Promise.reject(away) }],
    ['own data', { service: () => Promise.reject(away) }],
  ])('is made again later where its %s are away with the storage', async (_, given) => {
    await expect(make(given)).rejects.toBe(away);
  });

  it.each(['services', 'open', 'service'] as const)('has no outcome once it is called off, be it at its %s', async (at) => {
    const abort = new AbortController();
    const calledOff = async () => {
      abort.abort();
      return {} as never;
    };
    let made = 0;
    const { outcomes } = await make({
      abort,
      servicesFor: at === 'services' ? calledOff : undefined,
      open: at === 'open' ? calledOff : undefined,
      service: async () => {
        made += 1;
        if (at === 'service') await calledOff();
      },
    });
    expect(outcomes).toEqual([]);
    expect(made).toBe(at === 'service' ? 1 : 0);
  });

  it('that fails because it is called off is no fault', async () => {
    const abort = new AbortController();
    const service = async () => {
      abort.abort();
      throw new Error('called off');
    };
    expect(await make({ abort, service })).toMatchObject({ outcomes: [], reports: [] });
  });

  it('tells how far it is until it is called off', async () => {
    const abort = new AbortController();
    const { told } = await make({
      abort,
      service: async (_, { progress }) => {
        progress({ log: ['before'] });
        abort.abort();
        progress({ log: ['after'] });
      },
    });
    expect(told).toEqual([{ log: ['before'] }]);
  });

  it.each<[string, boolean, Progress, string | undefined]>([
    ['that is made again says that an earlier code no longer counts', true, code(), 'The service was restarted.'],
    ['that is made for the first time shows its code as it is', false, code(), undefined],
  ])('%s', async (_, again, progress, note) => {
    const { told } = await make({ again, service: async (_input, call) => call.progress(progress) });
    expect(told).toHaveLength(1);
    expect(told[0]?.signIn?.userCode).toBe('ABCD');
    if (note) expect(told[0]?.signIn?.note).toContain(note);
    else expect(told[0]?.signIn).not.toHaveProperty('note');
  });

  it('that is made again tells all else as it is', async () => {
    const { told } = await make({ again: true, service: async (_, call) => call.progress({ log: ['a line'] }) });
    expect(told).toEqual([{ log: ['a line'] }]);
  });

  it('brings its outcome for as long as the storage is away, after pauses that grow to ten seconds, and says once that it could not', async () => {
    vi.useFakeTimers();
    try {
      const tried: number[] = [];
      const refusals = Array.from({ length: 200 }, () => away);
      const made = make({ refusals, onRefusal: () => tried.push(Date.now()) });
      await vi.runAllTimersAsync();
      const { outcomes, reports } = await made;
      tried.push(Date.now());
      const pauses = tried.slice(1).map((at, turn) => at - tried[turn]!);
      expect(pauses.slice(0, 9)).toEqual([50, 100, 200, 400, 800, 1600, 3200, 6400, 10_000]);
      expect(new Set(pauses.slice(8))).toEqual(new Set([10_000]));
      expect(outcomes).toHaveLength(201);
      expect(reports).toEqual([['It is away.', { installation: 'i', call: 'database' }]]);
    } finally {
      vi.useRealTimers();
    }
  });

  it('does not sit out its pause once nobody waits for it, and leaves nothing behind', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const abort = new AbortController();
      const [add, remove] = [vi.spyOn(abort.signal, 'addEventListener'), vi.spyOn(abort.signal, 'removeEventListener')];
      const made = make({ abort, refusals: [away, away] });
      await vi.advanceTimersByTimeAsync(0);
      expect(vi.getTimerCount()).toBe(1);
      abort.abort();
      expect((await made).outcomes).toHaveLength(1);
      expect(vi.getTimerCount()).toBe(0);
      expect(remove.mock.calls.map(([, listener]) => listener)).toEqual(add.mock.calls.map(([, listener]) => listener));
    } finally {
      vi.useRealTimers();
    }
  });

  it('brings its outcome no more once nobody waits for it', async () => {
    const abort = new AbortController();
    const { outcomes } = await make({ abort, refusals: [away], onRefusal: () => abort.abort() });
    expect(outcomes).toHaveLength(1);
  });

  it('leaves a fault in the taking of its outcome to whoever has handed it out', async () => {
    await expect(make({ refusals: [new Error('A fault.')] })).rejects.toThrow('A fault.');
  });

  it('is made where its worker is', () => {
    expect([workerAt(undefined), workerAt('host-1')]).toEqual([null, 'host-1']);
  });
});

function code(): Progress {
  return {
    signIn: { userCode: 'ABCD', verificationUri: 'https://microsoft.com/devicelogin', expiresAt: '2030-01-01T00:00:00Z' },
  };
}

type Service = (input: unknown, call: { progress(progress: Progress): void }) => Promise<unknown>;

interface Making {
  readonly effect?: 'checkDatabase' | 'install';
  readonly service?: Service;
  readonly servicesFor?: (() => Promise<Services>) | undefined;
  readonly open?: (() => Promise<unknown>) | undefined;
  readonly opened?: unknown;
  readonly secrets?: string[] | 'unreadable';
  readonly again?: boolean;
  readonly abort?: AbortController;
  /** What the taking of the outcome throws, one after the other. */
  readonly refusals?: readonly Error[];
  onRefusal?(): unknown;
}

async function make(making: Making) {
  const { effect = 'checkDatabase', service = async () => 'done', secrets = [], again = false } = making;
  const { abort = new AbortController(), refusals = [] } = making;
  const outcomes: Outcome[] = [];
  const reports: [message: string, about: object][] = [];
  const told: Progress[] = [];
  const left = [...refusals];
  const claimed = {
    installation: 'i',
    id: 'database',
    revision: 1,
    claim: 'c',
    again,
    effect: { id: 'database', service: effect, input: { password: { secret: 's' } } },
  } as Claimed;
  const calls = new ServiceCalls({
    servicesFor: making.servicesFor ?? (async () => ({ [effect]: service }) as unknown as Services),
    open: making.open ?? (async () => making.opened),
    secretsIn: async () => (secrets === 'unreadable' ? Promise.reject(new Error('gone')) : secrets),
    report: (error, about) => reports.push([(error as Error).message, about]),
    tell: (_claimed, progress) => told.push(progress),
    ended: async (_claimed, outcome) => {
      outcomes.push(outcome);
      const refusal = left.shift();
      if (!refusal) return;
      making.onRefusal?.();
      throw refusal;
    },
  });
  await calls.make(claimed, abort.signal);
  return { outcomes, reports, told };
}

function workerAt(place: string | undefined): string | null {
  const none = async () => undefined as never;
  return new ServiceCalls({ servicesFor: none, open: none, secretsIn: none, report() {}, tell() {}, ended: none }, place).place;
}
