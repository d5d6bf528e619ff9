import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ownDocument } from '../../server/http/routes/descriptions.ts';
import { documentedRequests } from '../fuzz/documentedRequest.ts';
import { FuzzedService } from '../fuzz/fuzzedService.ts';
import { runs } from '../properties/settings.ts';

describe('Any request that can be made from the OpenAPI document', () => {
  it('is answered as the document says; none is a fault of the service', { timeout: 120_000 }, async () => {
    await using fuzzed = await FuzzedService.start();
    const requests = documentedRequests(ownDocument as unknown as Parameters<typeof documentedRequests>[0]);
    await fc.assert(
      fc.asyncProperty(requests, (sent) => fuzzed.send(sent)),
      // To a smaller request the service is not the same any more.
      { numRuns: runs(150), endOnFailure: true },
    );
    expect(fuzzed.served.logged()).not.toMatch(/went wrong/);
    expect((await fetch(`${fuzzed.served.url}/readyz`)).status).toBe(200);
  });
});
