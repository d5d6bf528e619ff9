import { expect } from 'vitest';
import type { EntraPeer } from '../peers/entra/startEntra.ts';
import { seen } from './liveService.ts';
import type { ServiceProcess } from './serviceProcess.ts';
import { registered } from './tenants.ts';

/** Registers the mailbox application. */
export const wish = { type: 'register', mailbox: 'svcMIMService@contoso.com', group: 'mim-mailboxes@contoso.com' } as const;

/** Registers, and kills the service each time that Microsoft Graph has done one of these and not yet answered. */
export async function killedAt(service: ServiceProcess, id: string, peer: EntraPeer, deeds: readonly RegExp[]): Promise<void> {
  for (const [at, on] of deeds.entries()) {
    const before = peer.graph.log.length;
    peer.graph.misbehave('keepAnswer', { on });
    if (at === 0) await service.client.event(id, wish, {});
    else await service.killAndStart();
    await logged(peer, on, before);
  }
  peer.graph.behave();
  await service.killAndStart();
}

/** That the registration comes to its end by itself, with one application, whose secret works. */
export async function expectRegistered({ client }: ServiceProcess, id: string, peer: EntraPeer): Promise<void> {
  const policy = await seen(client, id, ({ status }) => status !== 'checking');
  expect(policy.page.id).toBe('mailboxApplicationPolicy');
  expect(registered(peer, id).map(({ secrets }) => secrets.length)).toEqual([1]);
  const { body } = await client.event(id, { type: 'acknowledge', page: 'mailboxApplicationPolicy' });
  const submit = { type: 'submit', page: 'mailboxApplication', answers: body.page.answers };
  expect((await client.event(id, submit)).body.page.id).toBe('certificate');
}

async function logged({ graph }: EntraPeer, line: RegExp, from: number): Promise<void> {
  for (const end = Date.now() + 20_000; !graph.log.slice(from).some((one) => line.test(one)); ) {
    if (Date.now() > end) throw new Error(`Nobody asked ${line}.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
