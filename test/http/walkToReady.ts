import type { Option } from '../../machines/vocabulary/mailOptions.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import type { Client } from '../client.ts';

/** Walks a rehearsal to `ready` by a file of answers, and waits until its last checks are over. */
export async function walkToReady(client: Client, option: Option, features?: readonly string[]): Promise<View> {
  const answers = { pages: answersFor(option, features), acknowledge };
  const { id } = await client.begin({ mode: 'rehearsal', rehearsal: { pace: 1 }, answers });
  let view = await client.until(id, 'ready');
  for (const end = Date.now() + 60_000; !view.can.includes('recheck'); ) {
    if (Date.now() > end) throw new Error(`The checks at ready do not end: ${JSON.stringify(view.checks)}`);
    const headers = { 'If-None-Match': `"${view.revision}"`, Prefer: 'wait=20' };
    const reply = await client.request('GET', `/api/v1/installations/${id}`, undefined, headers);
    if (reply.status === 200) view = reply.body;
  }
  return view;
}

const acknowledge = ['accountSecurityWarning', 'sharePointTimerWarning', 'registrationPortalWarning', 'resetPortalWarning'];
