import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Attribute, Change, Client } from 'ldapts';

export const administrator = { user: 'CONTOSO\\Administrator', password: 'Passw0rd!Admin1' };
/** May look, and nothing else. */
export const reader = { user: 'CONTOSO\\svcReader', password: 'Passw0rd!Read1' };

const domain = 'DC=contoso,DC=com';
const regular = 512;
const disabled = 514;
const workstation = 4096;
/** The start of the year 2020 as Windows counts. */
const year2020 = '132223104000000000';

/** Accounts of every kind, over LDAPS as their administrator would make them. */
export async function seed(url: string, ca: string): Promise<void> {
  const client = new Client({ url, tlsOptions: { ca }, timeout: 20_000 });
  await client.bind(administrator.user, administrator.password);
  const user = (name: string, more: Record<string, string> = {}, control = regular, password = 'Passw0rd!Svc1') =>
    client.add(`CN=${name.replaceAll(/[()*,]/g, '\\$&')},CN=Users,${domain}`, [
      ...attributes({ objectClass: 'user', sAMAccountName: name, userAccountControl: String(control), ...more }),
      new Attribute({ type: 'unicodePwd', values: [Buffer.from(`"${password}"`, 'utf16le')] }),
    ]);
  const managed = (name: string, objectClass: string, more: Record<string, string> = {}) =>
    client.add(
      `CN=${name},CN=Managed Service Accounts,${domain}`,
      attributes({ objectClass, sAMAccountName: `${name}$`, userAccountControl: String(workstation), ...more }),
    );
  const group = (name: string, member: string) =>
    client.add(`CN=${name},CN=Users,${domain}`, attributes({ objectClass: 'group', sAMAccountName: name, member }));

  await user('svcReader', {}, regular, reader.password);
  await user('svcMIMService', { servicePrincipalName: 'FIMService/mim.contoso.com' });
  await user('svcMIMMA');
  await user('svcMIMAppPool', { servicePrincipalName: 'HTTP/web.contoso.com' });
  await user('svc(odd)');
  await user('svcMIMDisabled', {}, disabled);
  await user('svcMIMExpired', { accountExpires: year2020 });
  await user('svcMIMNew', { pwdLastSet: '0' });
  await user('svcMIMLocked');
  await user('svcElse', { servicePrincipalName: 'FIMService/else.contoso.com' });
  await user('svcTwinOne');
  await user('svcTwinTwo');
  const gmsa = { 'msDS-ManagedPasswordInterval': '30' };
  const principalName = 'FIMService/gmsa.contoso.com';
  await managed('MIMSrvGMSAsvc', 'msDS-GroupManagedServiceAccount', {
    ...gmsa,
    dNSHostName: 'srv.contoso.com',
    servicePrincipalName: principalName,
  });
  await managed('MIMAppPoolGMSA', 'msDS-GroupManagedServiceAccount', { ...gmsa, dNSHostName: 'pool.contoso.com' });
  await managed('MIMAlone', 'msDS-ManagedServiceAccount');
  await client.add(
    `CN=MIMSERVER1,CN=Computers,${domain}`,
    attributes({ objectClass: 'computer', sAMAccountName: 'MIMSERVER1$', userAccountControl: String(workstation) }),
  );
  await group('MIMServers', `CN=MIMSERVER1,CN=Computers,${domain}`);
  await group('MIMServiceServers', `CN=MIMServers,CN=Users,${domain}`);
  await allowRetrieval(client, 'MIMSrvGMSAsvc', 'MIMServiceServers');
  await group('MIMServices', `CN=svcMIMService,CN=Users,${domain}`);
  await group('MIMNoLogon', `CN=MIMServices,CN=Users,${domain}`);
  await client.unbind();
  await lock(url, ca, 'svcMIMLocked');
}

/** As Set-ADServiceAccount -PrincipalsAllowedToRetrieveManagedPassword writes it: a descriptor that allows the group (MS-DTYP 2.4.6). */
async function allowRetrieval(client: Client, account: string, group: string): Promise<void> {
  const { searchEntries } = await client.search(`CN=${group},CN=Users,${domain}`, {
    scope: 'base',
    attributes: ['objectSid'],
    explicitBufferAttributes: ['objectSid'],
  });
  const sid = searchEntries[0]!['objectSid'] as Buffer;
  const administrators = Buffer.from('01020000000000052000000020020000', 'hex');
  const entry = Buffer.concat([Buffer.from([0, 0, sid.length + 8, 0]), Buffer.from('ff010f00', 'hex'), sid]);
  const list = Buffer.concat([Buffer.from([4, 0, entry.length + 8, 0, 1, 0, 0, 0]), entry]);
  const header = Buffer.alloc(20);
  header.writeUInt8(1, 0);
  header.writeUInt16LE(0x8004, 2);
  header.writeUInt32LE(20, 4);
  header.writeUInt32LE(20 + administrators.length + list.length, 8);
  header.writeUInt32LE(20 + administrators.length, 16);
  const value = Buffer.concat([header, administrators, list, administrators]);
  const modification = new Attribute({ type: 'msDS-GroupMSAMembership', values: [value] });
  await client.modify(`CN=${account},CN=Managed Service Accounts,${domain}`, new Change({ operation: 'replace', modification }));
}

/**
 * Gives one principal name to two accounts. The directory refuses that, as a real one does today, so it is written behind its
 * back, as an old or replicating one would have it.
 */
export async function seedTwins(folder: string): Promise<void> {
  const changes = ['svcTwinOne', 'svcTwinTwo'].map((name) =>
    [
      `dn: CN=${name},CN=Users,${domain}`,
      'changetype: modify',
      'add: servicePrincipalName',
      'servicePrincipalName: FIMService/twice.contoso.com',
      'servicePrincipalName: HTTP/webtwice.contoso.com',
      '',
    ].join('\n'),
  );
  const ldif = join(folder, 'twins.ldif');
  await writeFile(ldif, changes.join('\n'));
  await promisify(execFile)('ldbmodify', ['-H', join(folder, 'private', 'sam.ldb.d', 'DC=CONTOSO,DC=COM.ldb'), ldif]);
}

/** By wrong passwords, as many as the policy takes. */
async function lock(url: string, ca: string, name: string): Promise<void> {
  for (let attempt = 0; attempt < 4; attempt++) {
    const client = new Client({ url, tlsOptions: { ca }, timeout: 20_000 });
    await client.bind(`CONTOSO\\${name}`, 'wrong').catch(() => {});
    await client.unbind();
  }
}

function attributes(values: Record<string, string>): Attribute[] {
  return Object.entries(values).map(([type, value]) => new Attribute({ type, values: [value] }));
}
