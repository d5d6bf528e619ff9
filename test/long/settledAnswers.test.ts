import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanView } from '../../server/plan/forms.ts';
import type { View } from '../../server/view/view.ts';
import { packageAsJson } from '../../services/package/describePackage.ts';
import { readPackage } from '../../services/package/readPackage.ts';
import { answersFor } from '../answers.ts';
import { type Served, serve } from '../http/service.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { buildStandIn } from '../peers/package/standIn.ts';
import { runs } from '../properties/settings.ts';

// Where the peer is missing the suite is skipped by name; in CI that is a failure.
const skipped = packageToolsMissing !== null && !process.env['CI'];

describe.skipIf(skipped)(`Answers that are taken out (${packageToolsMissing ?? 'wixl installed'})`, () => {
  let folder: string;
  let served: Served;
  const listings: unknown[] = [];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mim-setup-settled-'));
    for (const dialogs of ['own', 'other'] as const) {
      const path = await buildStandIn(folder, { fileName: `${dialogs}.msi`, dialogs, seed: dialogs });
      listings.push(JSON.parse(packageAsJson(await readPackage(path))));
    }
    served = await serve({ rehearsal: { pace: 0 } });
  });
  afterAll(async () => {
    await served?.[Symbol.asyncDispose]();
    await rm(folder, { recursive: true, force: true });
  });

  it('lead to the same view and the same plan, whatever the open answers were settled by', async () => {
    const picks = fc.array(fc.record({ candidate: fc.nat(), isPlain: fc.boolean(), isSettled: fc.boolean() }), {
      minLength: 20,
      maxLength: 20,
    });
    let settledInAll = 0;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(0, 1), picks, async (which, choices) => {
        const begun = await begin(which);
        let { view: first } = await served.client.walk(begun, answersFor('C'));
        for (const [at, { name }] of first.openAnswers.entries()) {
          const { candidate, isPlain, isSettled } = choices[at]!;
          const { candidates, isSecret } = first.openAnswers.find((answer) => answer.name === name)!;
          const chosen = candidates[candidate % (candidates.length || 1)];
          if (!isSettled || !chosen) continue;
          const values = isSecret ? {} : { values: isPlain ? {} : chosen.values };
          const event = { type: 'settle', name, property: chosen.property, for: 'installation', ...values };
          const { status, body } = await served.client.event(first.id, event);
          // Some need to be told what the package writes; those stay open.
          expect([200, 422]).toContain(status);
          if (status === 200) first = body;
          if (status === 200) settledInAll++;
        }
        const file = await answersOf(first.id);
        const { id } = await begin(which);
        const path = `/api/v1/installations/${id}/answers`;
        const { body: second } = await served.client.request('PUT', path, filledIn(file), { Prefer: 'wait=20' });
        expect(second.stopped).toEqual({ page: 'ready', reason: 'ready', problems: [] });
        expect(await answersOf(id)).toEqual(file);
        expect(seen(second)).toEqual(seen(first));
        expect(await planOf(id)).toEqual(await planOf(first.id));
      }),
      { numRuns: runs(12) },
    );
    expect(settledInAll).toBeGreaterThan(0);
  });

  async function begin(which: number): Promise<View> {
    const begun = await served.client.begin();
    const path = `/api/v1/installations/${begun.id}/package`;
    return (await served.client.request('PUT', path, listings[which], { Prefer: 'wait=20' })).body;
  }

  async function answersOf(id: string): Promise<object> {
    return (await served.client.request<object>('GET', `/api/v1/installations/${id}/answers`)).body;
  }

  async function planOf(id: string): Promise<PlanView> {
    return (await served.client.request<PlanView>('GET', `/api/v1/installations/${id}/plan`)).body;
  }
});

/** What does not tell one walk from another: not its id, its times, or how long a check took. */
function seen({ page, option, trail, outline, openAnswers, checks, can }: View) {
  return {
    page,
    option,
    trail,
    outline,
    openAnswers: openAnswers.map(({ settled, ...answer }) => ({ ...answer, settled: settled && { ...settled, at: null } })),
    checks: checks.map(({ id, status, message }) => ({ id, status, message })),
    can,
  };
}

/** Each placeholder filled in, as the command line does it. */
function filledIn(file: object): unknown {
  return JSON.parse(JSON.stringify(file).replace(/\{"env":"\w+"\}/g, '"filled in"'));
}
