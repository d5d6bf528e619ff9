import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import type { Client } from '../client.ts';
import { serve } from '../http/service.ts';
import { isSettled, type MortalService } from './mortalService.ts';
import { nextEvent } from './undisturbed.ts';

/** Each view of a whole installation that nothing disturbs, waited for until no check and no installer runs. */
export async function undisturbedWalk(option: Option, wish: object = {}): Promise<View[]> {
  await using served = await serve();
  const { client } = served;
  const views = [await client.begin({ mode: 'rehearsal', rehearsal: { pace: 1 }, ...wish })];
  for (let event = nextEvent(views[0]!, answersFor(option)); event; event = nextEvent(views.at(-1)!, answersFor(option))) {
    const { id } = views[0]!;
    const { status, body } = await client.event(id, event);
    if (status !== 200) throw new Error(JSON.stringify(body));
    views.push(body.status === 'installing' ? await settled(client, id) : body);
  }
  return views;
}

/** Walks on, whatever happens to the service, until an installation is in this status. Each event is sent under one key. */
export async function walkOn(service: MortalService, from: View, option: Option, to: View['status']): Promise<View> {
  let view = from;
  while (view.status !== to) {
    const event = nextEvent(view, answersFor(option));
    if (!event) throw new Error(`${view.status} is the end.`);
    await service.persist(`/api/v1/installations/${view.id}/events`, event, `${view.revision}`);
    view = await service.settled(view.id);
  }
  return view;
}

async function settled(client: Client, id: string): Promise<View> {
  let view = await client.until(id, 'postInstallation', 'failed', 'cancelled');
  for (const end = Date.now() + 60_000; !isSettled(view); view = await client.view(id)) {
    if (Date.now() > end) throw new Error(`What was installed is still being looked at: ${JSON.stringify(view.checks)}`);
    const headers = { 'If-None-Match': `"${view.revision}"`, Prefer: 'wait=20' };
    await client.request('GET', `/api/v1/installations/${id}`, undefined, headers);
  }
  return view;
}
