import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { AnyStateMachine } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { mapSecretRefs } from '../../machines/answers/secretFields.ts';
import type { WizardEvent } from '../../machines/chart/events.ts';
import { wizardMachine } from '../../machines/chart/wizard.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { ClientEvent } from '../../server/host/clientEventSchemas.ts';
import { toChartEvent } from '../../server/host/clientEvents.ts';
import { type Outcome, type Snapshot, screenOf } from '../../server/host/transition.ts';
import { viewOf } from '../../server/view/view.ts';
import { options, placeOf, type Step, stepsFrom } from '../chart/exploring.ts';
import { type PuppetHost, puppetHost } from '../chart/puppetHost.ts';
import { resultsOf, submitEvent } from '../chart/walk.ts';

type Way = readonly { readonly state: Snapshot; readonly event: Step }[];

describe('The host', () => {
  it('is, along a way to each state of the chart, in the place where the chart is, and shows it', async () => {
    const host = await puppetHost();
    const { installations } = host;
    for (const way of waysToEachState()) {
      const { id } = (await installations.begin({ mode: 'rehearsal' }, { who: 'test' })).row;
      for (const { event, state } of way) {
        await take(host, id, event);
        const { row, snapshot } = await installations.load(id);
        expect(placeOf(snapshot)).toBe(placeOf(state));
        expect(viewOf(row, snapshot, { settlements: {} }, await installations.progressOf(id)).page.id).toBe(screenOf(state));
      }
    }
    expect(host.faults).toEqual([]);
    await host.close();
  });
});

describe('An outcome of a call that is not waited for any more', () => {
  it('changes nothing when it comes, even where the same page is being checked anew', async () => {
    const host = await puppetHost();
    const { installations, calls, faults } = host;
    const { id } = (await installations.begin({ mode: 'rehearsal' }, { who: 'test' })).row;
    const steps = [
      submitEvent('welcome', {}),
      submitEvent('licenseAgreement', { accepted: true }),
      submitEvent('cloud', { cloud: 'global' }),
      submitEvent('signIn', { method: 'deviceCode' }),
    ];
    for (const step of steps) await installations.send(id, step, { who: 'test' });
    const early = await calls.underWay('signIn');
    await installations.send(id, { type: 'back' }, { who: 'test' });
    expect(early.signal.aborted).toBe(true);
    await installations.send(id, steps[3]!, { who: 'test' });
    const again = await calls.underWay('signIn');
    const { revision } = (await installations.load(id)).row;
    early.resolve(resultsOf('signIn'));
    await turn();
    expect((await installations.load(id)).row).toMatchObject({ revision, page: 'signIn', status: 'checking' });
    const stepped = once(installations.events, 'stepped');
    again.resolve(resultsOf('signIn'));
    await stepped;
    expect((await installations.load(id)).row).toMatchObject({ page: 'components', status: 'asking' });
    expect(faults).toEqual([]);
    await host.close();
  });
});

/** The shortest way to each value that the state can have, without those that another way comes by. */
function waysToEachState(): Way[] {
  const events = (snapshot: Parameters<typeof options.events>[0]) => stepsFrom(snapshot as Snapshot).filter(isTelling);
  const ways = new Map<string, Way>();
  for (const { state, steps } of getShortestPaths<AnyStateMachine>(wizardMachine, { ...options, events })) {
    const value = JSON.stringify(state.value);
    if (!ways.has(value)) ways.set(value, steps.slice(1) as unknown as Way);
  }
  const named = [...ways.values()].map((way) => ({ way, name: JSON.stringify(way.map(({ event }) => event)).slice(0, -1) }));
  return named
    .filter(({ way, name }) => !named.some((other) => other.way !== way && other.name.startsWith(name)))
    .map(({ way }) => way);
}

/** Of all the ways in which checks can fail, the first check's are enough to come by every state. */
function isTelling(event: Step): boolean {
  const results = 'output' in event && Array.isArray(event.output) ? (event.output as readonly CheckResult[]) : [];
  return results.slice(1).every(({ status }) => status !== 'failed');
}

/** As a client's request, or as the end of a call. */
async function take(host: PuppetHost, id: string, event: Step): Promise<void> {
  const { installations } = host;
  if (event.type.startsWith('xstate.')) return host.end(event as Outcome, id);
  if (event.type === 'replay' || event.type === 'report')
    return void (await installations.send(id, event as WizardEvent, { who: 'test' }));
  const typed = mapSecretRefs(event, ({ secret }) => secret) as ClientEvent;
  await installations.step(id, async (now, seal) => ({ ...(await toChartEvent(now, typed, 'test', seal)), who: 'test' }));
}
