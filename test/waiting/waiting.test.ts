import { describe, expect, it } from 'vitest';
import { growingPause } from '../../services/waiting/growingPause.ts';
import { untilCalledOff } from '../../services/waiting/untilCalledOff.ts';

describe('Pauses between tries', () => {
  it('double from the first, and grow to the longest', () => {
    const pauses = { first: 50, longest: 5000 };
    expect([0, 1, 2, 6, 7, 2000].map((failures) => growingPause(failures, pauses))).toEqual([50, 100, 200, 3200, 5000, 5000]);
  });
});

describe('Waiting until called off', () => {
  it('ends with the reason', async () => {
    const abort = new AbortController();
    const waiting = untilCalledOff(abort.signal);
    abort.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
  });

  it('ends at once where that was before', async () => {
    await expect(untilCalledOff(AbortSignal.abort(new Error('long ago')))).rejects.toThrow('long ago');
  });
});
