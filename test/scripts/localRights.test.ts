import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readLocalRights } from '../../services/directory/localRights.ts';
import { pwshMissing, withoutPwsh } from '../peers/powershell/pwsh.ts';
import { type PowerShellSession, startPowerShell } from '../peers/powershell/session.ts';
import type { WindowsWorld } from '../peers/powershell/windows.ts';
import { askUnder } from './ask.ts';

const account = 'CONTOSO\\svcMIMService';
const sid = 'S-1-5-21-1004336348-1177238915-682003330-1111';
const other = 'S-1-5-21-1004336348-1177238915-682003330-2222';
const guests = 'S-1-5-32-546';
const schema = z.object({ denied: z.array(z.string()), account: z.string().nullable() });
const services = z.object({ services: z.array(z.string()), deniedServices: z.array(z.string()) });

/** As secedit writes it ("secedit /export"). */
const exported = (...rights: string[]) =>
  ['[Unicode]', 'Unicode=yes', '[Privilege Rights]', ...rights, '[Version]', 'signature="$CHICAGO$"', 'Revision=1', ''].join(
    '\r\n',
  );

describe.skipIf(withoutPwsh)(`localRights.ps1, run by PowerShell (${pwshMissing ?? 'installed'})`, () => {
  let session: PowerShellSession;
  beforeAll(async () => {
    session = await startPowerShell();
  });
  afterAll(() => session?.[Symbol.asyncDispose]());

  const rightsOf = async (world: WindowsWorld, asked = account) =>
    (
      await askUnder(
        session,
        'services/directory/localRights.ps1',
        schema,
        { account: asked },
        { accounts: { [account]: sid }, ...world },
      )
    ).answer;
  const denying = (entries: string): WindowsWorld => ({
    secedit: {
      exitCode: 0,
      exported: exported(
        'SeNetworkLogonRight = *S-1-1-0',
        `SeDenyInteractiveLogonRight = ${entries}`,
        'SeTcbPrivilege = *S-1-5-18',
      ),
    },
  });

  it('reads who is denied local logon: SIDs, and names that secedit left as they are', async () => {
    expect(await rightsOf({ ...denying(`*${other}, svcMIM Ömer`), accounts: { [account]: sid, 'svcMIM Ömer': sid } })).toEqual({
      denied: [other, sid],
      account: sid,
    });
  });

  it('reads who may log on as a service, and who is denied it', async () => {
    const world: WindowsWorld = {
      accounts: { [account]: sid },
      localGroups: { [guests]: [other] },
      secedit: {
        exitCode: 0,
        exported: exported(`SeServiceLogonRight = *S-1-5-20,*${guests}`, `SeDenyServiceLogonRight = *${sid}`),
      },
    };
    const { answer } = await askUnder(session, 'services/directory/localRights.ps1', services, { account }, world);
    expect(answer).toEqual({ services: ['S-1-5-20', guests, other], deniedServices: [sid] });
    const none = { ...world, secedit: { exitCode: 0, exported: exported('SeTcbPrivilege = *S-1-5-18') } };
    const { answer: nobody } = await askUnder(session, 'services/directory/localRights.ps1', services, { account }, none);
    expect(nobody).toEqual({ services: [], deniedServices: [] });
  });

  it('names the members of this server’s own groups, which the directory does not know', async () => {
    expect(await rightsOf({ ...denying(`*${guests},*${other}`), localGroups: { [guests]: [sid] } })).toEqual({
      denied: [guests, other, sid],
      account: sid,
    });
  });

  it.each([
    ['the right is given to nobody', { secedit: { exitCode: 0, exported: exported('SeTcbPrivilege = *S-1-5-18') } }],
    ['its list is empty', denying('')],
    ['a name in it is known to nobody', denying('deleted-account')],
  ])('finds nobody where %s', async (_, world) => {
    expect(await rightsOf(world)).toEqual({ denied: [], account: sid });
  });

  it('does not know the SID of an account that is not there', async () => {
    expect(await rightsOf(denying(`*${other}`), 'CONTOSO\\nobody')).toEqual({ denied: [other], account: null });
  });

  it.each([
    ['ends with an error', { secedit: { exitCode: 1 } }],
    ['writes nothing, for want of rights', { secedit: { exitCode: 0 } }],
  ])('gives no answer where secedit %s', async (_, world) => {
    await expect(rightsOf(world)).rejects.toThrow(`PowerShell gave no answer: secedit ended with ${world.secedit.exitCode}.`);
  });

  it('cannot be asked away from Windows: nothing is known then', async () => {
    expect(await readLocalRights(account, {}, new AbortController().signal)).toBeNull();
  });
});
