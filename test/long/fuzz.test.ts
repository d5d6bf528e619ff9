import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { documentedRequests } from '../fuzz/documentedRequest.ts';
import { FuzzedService } from '../fuzz/fuzzedService.ts';

/** How many requests are sent, at most, and for how long (milliseconds); `npm run test:fuzz` sends a hundred thousand. */
const most = Number(process.env['MIM_SETUP_TEST_REQUESTS'] ?? 20_000);
const longest = Number(process.env['MIM_SETUP_TEST_FUZZ_TIME'] ?? 75_000);
/** Every so many the installations are new ones, since those before were moved, ended or forgotten. */
const round = 1000;

describe('Any request that can be made from the OpenAPI document, in the long form', () => {
  it(`is answered as the document says, ${most} times; none is a fault of the service`, {
    timeout: longest + 300_000,
  }, async () => {
    const end = performance.now() + longest;
    const requests = documentedRequests(ownDocument as unknown as Parameters<typeof documentedRequests>[0]);
    await using fuzzed = await FuzzedService.start();
    while (fuzzed.told.sent < most && performance.now() < end) {
      await fuzzed.renew();
      await fc.assert(
        fc.asyncProperty(requests, (sent) => fuzzed.send(sent)),
        { numRuns: Math.min(round, most - fuzzed.told.sent), endOnFailure: true, interruptAfterTimeLimit: longest },
      );
    }
    process.stdout.write(`${JSON.stringify(fuzzed.told)}\n`);
    // Even a starved machine comes as far as that.
    expect(fuzzed.told.sent).toBeGreaterThanOrEqual(Math.min(most, round));
    expect(fuzzed.served.logged()).not.toMatch(/went wrong/);
    expect((await fetch(`${fuzzed.served.url}/readyz`)).status).toBe(200);
  });
});
