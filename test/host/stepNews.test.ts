import { describe, expect, it } from 'vitest';
import { stepNews } from '../../server/host/stepNews.ts';
import type { Step } from '../../server/store/step.ts';

const check = { id: 'database-rights', page: 'database', status: 'passed', message: 'It may.', ms: 12 };
const outcome = { result: 'failed', exitCode: 1603 };

describe('What a step tells whoever watches over the service', () => {
  it('is who took it, by which event, and where it led', () => {
    expect(stepNews(step({ type: 'submit' }))).toEqual({
      installation: 'i',
      revision: 8,
      event: 'submit',
      who: 'ann',
      status: 'asking',
      page: 'database',
      checks: [],
      installer: null,
      installs: false,
    });
  });

  it('has the checks that ended with it, and nothing else that a call may bring', () => {
    const output = [check, null, 7, { id: 'a' }, { id: 'a', status: 'passed' }, { status: 'passed', ms: 1 }];
    expect(stepNews(step({ type: 'xstate.done.actor.database', output })).checks).toEqual([check]);
    expect(stepNews(step({ type: 'xstate.done.actor.database', output: check })).checks).toEqual([]);
    expect(stepNews(step({ type: 'submit', output: [check] })).checks).toEqual([]);
  });

  it('says how an installer has ended that ran here, and by which attempt', () => {
    expect(stepNews(step({ type: 'xstate.done.actor.installing' }, { outcome })).installer).toEqual({ ...outcome, attempt: 2 });
    expect(stepNews(step({ type: 'report' }, { outcome })).installer).toBeNull();
    expect(stepNews(step({ type: 'xstate.done.actor.installing' })).installer).toBeNull();
  });

  it('says whether an installer is to run', () => {
    const starting = (...services: string[]) =>
      ({ started: services.map((service) => ({ id: service, service })) }) as unknown as Step;
    expect(stepNews({ ...step({ type: 'install' }), ...starting('checkEverything', 'install') }).installs).toBe(true);
    expect(stepNews({ ...step({ type: 'install' }), ...starting('checkEverything') }).installs).toBe(false);
  });
});

function step(event: object, context: object = {}): Step {
  const row = { status: 'asking', page: 'database' };
  return {
    id: 'i',
    revision: 7,
    who: 'ann',
    event,
    row,
    started: [],
    kept: { context: { attempt: 2, ...context } },
  } as unknown as Step;
}
