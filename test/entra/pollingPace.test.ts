import { expect, test } from 'vitest';
import { pollingPace } from '../../services/entra/pollingPace.ts';
import { entraDefaults } from '../../services/entra/settings.ts';

const calledOff = new Error('called off');

test('being told to slow down adds five seconds, for this poll and all that follow', () => {
  const pace = pollingPace(entraDefaults.polling, AbortSignal.any([]));
  expect(pace.added).toBe(0);
  pace.toldToSlowDown();
  expect(pace.added).toBe(5_000);
  pace.answered();
  expect(pace.added).toBe(5_000);
  pace.toldToSlowDown();
  expect(pace.added).toBe(10_000);
});

test('silence doubles the wait, up to a minute, and an answer ends it', () => {
  const pace = pollingPace(entraDefaults.polling, AbortSignal.any([]));
  const waits = Array.from({ length: 6 }, () => {
    pace.unanswered();
    return pace.added;
  });
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  pace.answered();
  expect(pace.added).toBe(0);
});

test('a directory that names how long to wait is waited for so long', () => {
  const pace = pollingPace(entraDefaults.polling, AbortSignal.any([]));
  pace.unanswered(30);
  expect(pace.added).toBe(30_000);
});

test('being called off ends the wait', async () => {
  const off = new AbortController();
  const pace = pollingPace(entraDefaults.polling, off.signal);
  pace.toldToSlowDown();
  const resting = pace.rest();
  off.abort(calledOff);
  await expect(resting).rejects.toBe(calledOff);
});
