import { setImmediate as breath } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../machines/ports/call.ts';
import { joinedCalls } from '../../services/installer/job/joinedCalls.ts';

describe('Calls for the same thing', () => {
  it('begin anew only once the work is over that was called off', async () => {
    const joined = joinedCalls<string>();
    const steps: string[] = [];
    const over = Promise.withResolvers<void>();
    const first = calling();
    const given = joined('job', first.call, async () => {
      steps.push('first begins');
      await over.promise;
      steps.push('first is over');
      return 'first';
    });
    await breath();
    first.controller.abort(new Error('called off'));
    await expect(given).rejects.toThrow('called off');
    const again = joined('job', calling().call, async () => {
      steps.push('second begins');
      return 'second';
    });
    await breath();
    expect(steps).toEqual(['first begins']);
    over.resolve();
    expect(await again).toBe('second');
    expect(steps).toEqual(['first begins', 'first is over', 'second begins']);
  });

  it('share what is under way', async () => {
    const joined = joinedCalls<number>();
    let works = 0;
    const over = Promise.withResolvers<void>();
    const work = async () => {
      works += 1;
      await over.promise;
      return works;
    };
    const both = [joined('job', calling().call, work), joined('job', calling().call, work)];
    await breath();
    over.resolve();
    expect(await Promise.all(both)).toEqual([1, 1]);
  });
});

function calling(): { readonly call: Call; readonly controller: AbortController } {
  const controller = new AbortController();
  return { controller, call: { signal: controller.signal, progress: () => {} } };
}
