import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { passed } from '../../services/checks/finding.ts';
import { makeCheck } from '../../services/checks/makeCheck.ts';
import { censorOf } from '../../services/live/censor.ts';
import { makeGroup } from '../../services/live/checkGroup.ts';
import { liveServices } from '../../services/live/liveServices.ts';
import type { LiveSettings } from '../../services/live/settings.ts';
import { makeUnheldCall as makeCall } from '../peers/web/call.ts';

const page = 'synchronizationServer';
const ids = ['synchronization-server', 'management-agent-account'] as const;
const well = (id: (typeof ids)[number]) => async (call: Call) => [
  await makeCheck({ id, page, timeout: 500 }, call, async () => passed('It is well.')),
];
const fault = new TypeError('entries is not iterable');
const breaksOff = async (): Promise<CheckResult[]> => {
  throw fault;
};

describe('Checks that are made side by side', () => {
  test('keep their results where one of them breaks off; what it leaves open has failed, and the fault is reported', async () => {
    const reported: unknown[] = [];
    const results = await makeGroup({ page, ids, makers: [breaksOff, well(ids[0])] }, makeCall(), (one) => reported.push(one));
    expect(results).toMatchObject([
      { id: ids[0], status: 'passed' },
      { id: ids[1], status: 'failed', code: 'unexpected', page },
    ]);
    expect(results[1]?.message).toMatch(/Repeat it/);
    expect(reported).toEqual([fault]);
  });

  test('keep what the one that breaks off had come to before', async () => {
    const maker = async (call: Call) => {
      await well(ids[0])(call);
      return breaksOff();
    };
    const results = await makeGroup({ page, ids, makers: [maker] }, makeCall(), () => {});
    expect(results.map(({ id, status }) => [id, status])).toEqual([
      [ids[0], 'passed'],
      [ids[1], 'failed'],
    ]);
  });

  test('are not broken off by what one throws at once', async () => {
    const atOnce = () => {
      throw fault;
    };
    const results = await makeGroup({ page, ids, makers: [atOnce, well(ids[0])] }, makeCall(), () => {});
    expect(results).toHaveLength(2);
  });

  test('leave what nobody may override as a warning where it breaks off, since a failure would be a dead end', async () => {
    const group = { page: 'database', ids: ['database-presence'], makers: [breaksOff] } as const;
    expect(await makeGroup(group, makeCall(), () => {})).toMatchObject([{ status: 'warning', code: 'check-unavailable' }]);
  });

  test('end without results, and without a word, where they are called off', async () => {
    const calledOff = new AbortController();
    const call = makeCall(calledOff.signal);
    const waits = (its: Call) =>
      new Promise<never>((_, reject) => its.signal.addEventListener('abort', () => reject(its.signal.reason)));
    const made = makeGroup({ page, ids, makers: [waits, well(ids[0])] }, call, () => expect.unreachable());
    calledOff.abort(new Error('called off'));
    await expect(made).rejects.toThrow('called off');
  });
});

describe('One check', () => {
  test('has failed, by its code, where it finds a problem, and as unexpected where it throws anything else, even at once', async () => {
    const make = (find: () => Promise<never>) => makeCheck({ id: ids[0], page, timeout: 500 }, makeCall(), find);
    const problem = new Problem('host-unreachable', 'It does not answer. See to it.', { cause: new Error('ECONNREFUSED') });
    expect(await make(() => Promise.reject(problem))).toMatchObject({
      status: 'failed',
      code: 'host-unreachable',
      detail: 'ECONNREFUSED',
    });
    const atOnce = () => {
      throw fault;
    };
    expect(await make(atOnce)).toMatchObject({ status: 'failed', code: 'unexpected', detail: fault.message });
  });

  test('ends within its time-out, with the right word, whatever the other side does', async () => {
    const never = makeCheck({ id: ids[0], page, timeout: 100 }, makeCall(), () => new Promise(() => {}));
    expect(await never).toMatchObject({
      status: 'failed',
      code: 'timed-out',
      message: expect.stringMatching(/0\.1 seconds.*repeat/),
    });
  });
});

describe('A secret of the answers', () => {
  const secret = 'Directory~Secret/1';
  const answers = { serviceAccount: { name: 'svc', domain: 'contoso', password: secret } };
  const settings: LiveSettings = {
    timeout: 500,
    hostTimeout: 500,
    jobsFolder: '/nowhere',
    settlements: {},
    clouds: {},
    // Whatever an address is, a message names it.
    directory: { url: `ldaps://${secret}:x`, user: 'reader', password: 'irrelevant' },
    sql: {},
    mail: {},
  };

  test('is taken out of what a check says, though it came in by another’s words', async () => {
    const call = makeCall();
    const results = await liveServices(settings).checkPage({ installation: 'one', page: 'serviceAccount', answers }, call);
    expect(results.find(({ id }) => id === 'service-account')).toMatchObject({
      status: 'failed',
      message: expect.stringContaining('ldaps://**********:x'),
    });
    expect(JSON.stringify([results, call.told])).not.toContain(secret);
  });

  test('is taken out of a fault that is reported, and of what caused it', () => {
    const cause = new Error(`bind failed: ${encodeURIComponent(secret)}`);
    const reported = inspect(censorOf(answers).fault(new Error(`no answer to ${secret}`, { cause })));
    expect(reported).toContain('no answer to **********');
    expect(reported).toContain('bind failed: **********');
  });
});
