import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersFor } from '../answers.ts';
import { trustedAuthority } from '../peers/authority.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { pipeline } from '../peers/entra/tenants.ts';
import { eximMissing, startExim } from '../peers/smtp/exim.ts';
import type { SqlServerPeer } from '../peers/sql/sqlServer.ts';
import { startExchange } from '../peers/web/exchange.ts';
import { startWorld } from '../sql/asking.ts';
import { comeTo, serveLive, statuses } from './liveService.ts';
import { answersWith } from './tenants.ts';

let entra: EntraPeer;
let sql: SqlServerPeer;
beforeAll(async () => {
  entra = await startEntra();
  sql = await startWorld({ version: [15, 0, 2000], sysadmins: ['sa'] });
});
afterAll(async () => {
  await sql?.close();
  await entra?.close();
});

const well = { 'mail-reachable': 'passed', 'mail-authentication': 'passed', 'mail-encryption': 'passed' };

describe('The page of the mail server', () => {
  test.each([
    [['Negotiate', 'NTLM'], well, 'certificate'],
    [['NTLM'], well, 'certificate'],
    [['Basic realm="mail"'], { ...well, 'mail-authentication': 'failed' }, 'mailServer'],
  ])('asks an Exchange server that offers %s', async (schemes, found, next) => {
    await using exchange = await startExchange(await (await trustedAuthority()).issue(), schemes);
    const { body, checks } = await submit('A', { exchangePort: exchange.port });
    expect([checks, body.page.id]).toEqual([found, next]);
  });

  const skipped = eximMissing !== null && !process.env['CI'];
  test.skipIf(skipped).each([
    ['integrated', well, 'certificate'],
    ['afterTls', { ...well, 'mail-authentication': 'warning' }, 'certificate'],
    ['passwords', { ...well, 'mail-authentication': 'failed' }, 'mailServer'],
    ['plain', { ...well, 'mail-authentication': 'failed', 'mail-encryption': 'warning' }, 'mailServer'],
  ] as const)(`asks an SMTP server (exim, %s)${skipped ? `, skipped: ${eximMissing}` : ''}`, async (way, found, next) => {
    await using exim = await startExim(await (await trustedAuthority()).issue());
    const { body, checks } = await submit('D', { smtpPort: exim.ports[way] });
    expect([checks, body.page.id]).toEqual([found, next]);
  });
});

/** Answers the page with what is right for a mail server on this computer, by a service that knows its port. */
async function submit(option: 'A' | 'D', mail: object) {
  await using served = await serveLive({ checks: { timeout: 3_000 }, entra: { clouds: entra.overrides }, mail });
  const signIn = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline };
  const { id } = await comeTo(served.client, 'mailServer', answersWith(signIn, sql.port));
  const answers = { ...answersFor(option)['mailServer'], host: 'localhost' };
  const { body } = await served.client.event(id, { type: 'submit', page: 'mailServer', answers });
  const { body: all } = await served.client.request<typeof body.checks>('GET', `/api/v1/installations/${id}/checks`);
  return { body, checks: statuses({ checks: all.filter(({ page }) => page === 'mailServer') }) };
}
