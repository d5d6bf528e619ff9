import { expect, test } from 'vitest';
import { expectRegistered, killedAt } from '../live/killing.ts';
import { comeTo } from '../live/liveService.ts';
import { startProcess } from '../live/serviceProcess.ts';
import { addRegistrar, answersWith, registered } from '../live/tenants.ts';
import { startEntra } from '../peers/entra/startEntra.ts';
import { startWorld } from '../sql/asking.ts';

const deeds = [/^PATCH .*applications/, /^POST .*servicePrincipals$/, /^POST .*addPassword/, /^POST .*appRoleAssignedTo/];
/** Every choice of steps at which the service is killed, in order. */
const choices = Array.from({ length: 2 ** deeds.length - 1 }, (_, n) => deeds.filter((__, at) => ((n + 1) >> at) & 1));

test.each(choices.map((killed) => ({ name: killed.map(String).join(', '), killed })))(
  'A registration goes on by itself after the service was killed at $name, with one application in the end',
  async ({ killed }) => {
    await using peer = await startEntra();
    const sql = await startWorld({ version: [15, 0, 2000], sysadmins: ['sa'] });
    try {
      await using service = await startProcess({ entra: { clouds: peer.overrides } }, peer.caFile);
      const { id } = await comeTo(service.client, 'mailboxApplication', answersWith(addRegistrar(peer), sql.port));
      await killedAt(service, id, peer, killed);
      await expectRegistered(service, id, peer);
      expect(registered(peer, id)[0]?.roles.mail).toEqual(['full_access_as_app']);
    } finally {
      await sql.close();
    }
  },
);
