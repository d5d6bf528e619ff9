import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PageAnswers } from '../answers.ts';
import type { Client } from '../client.ts';
import { type Served, serve } from '../http/service.ts';
import { here, nameContoso } from '../live/contoso.ts';
import { comeTo, configurationFile, serveLive, statuses } from '../live/liveService.ts';
import { answersWith } from '../live/tenants.ts';
import type { Fault } from '../peers/entra/listener.ts';
import { type EntraPeer, startEntra } from '../peers/entra/startEntra.ts';
import { application, pipeline } from '../peers/entra/tenants.ts';
import type { SqlServerPeer, Trouble } from '../peers/sql/sqlServer.ts';
import { hangs, hangsUp, type RawServer, startRawServer, talksNonsense } from '../peers/web/rawServer.ts';
import { startWorld } from '../sql/asking.ts';

const asPipeline = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline };
const ways = { 'breaks off': hangsUp, hangs, 'talks nonsense': talksNonsense } as const;
const faults: Readonly<Record<keyof typeof ways, Fault>> = {
  'breaks off': 'breakOff',
  hangs: 'hang',
  'talks nonsense': 'nonsense',
};

let entra: EntraPeer;
let sql: SqlServerPeer;
let raw: RawServer;
let way: (typeof ways)[keyof typeof ways] = hangs;
let names: Disposable;
let served: Served;
let answers: PageAnswers;
beforeAll(async () => {
  entra = await startEntra();
  const mailbox = application({ secret: 'mailbox', mail: ['full_access_as_app'] });
  entra.tenant.applications.push(mailbox);
  sql = await startWorld({ version: [15, 0, 2000], sysadmins: ['sa'] });
  raw = await startRawServer((socket) => way(socket));
  names = nameContoso();
  served = await serveLive(settings(20_000));
  answers = {
    ...answersWith(asPipeline, sql.port),
    mailboxApplication: { applicationId: mailbox.appId, tenantId: entra.tenant.id, clientSecret: 'mailbox' },
    sharePointSite: { url: `http://${here}:${raw.port}` },
  };
});
afterAll(async () => {
  await served?.[Symbol.asyncDispose]();
  names?.[Symbol.dispose]();
  await raw?.[Symbol.asyncDispose]();
  await sql?.close();
  await entra?.close();
});

/** A service that waits so many milliseconds for a peer. */
function settings(timeout: number): object {
  return {
    checks: { timeout },
    entra: { clouds: entra.overrides },
    mail: { smtpPort: raw.port, exchangePort: raw.port },
  };
}

/** A peer, the page that asks it, how it is made to misbehave, and what its check then says. */
interface Case {
  readonly peer: string;
  readonly page: string;
  readonly changes?: PageAnswers;
  readonly check: string;
  readonly misbehave: (how: keyof typeof ways) => void;
  readonly behave?: () => void;
  readonly says: Readonly<Record<keyof typeof ways, string>>;
  readonly next: string;
}

const unreachable = { 'breaks off': 'host-unreachable', hangs: 'timed-out', 'talks nonsense': 'host-unreachable' };
const unsuitable = (code: string) => ({ 'breaks off': code, hangs: 'timed-out', 'talks nonsense': code });
const ofCloud = (name: 'login' | 'graph' | 'mail') => ({
  misbehave: (how: keyof typeof ways) => entra[name].misbehave(faults[how]),
  behave: () => entra[name].behave(),
  says: unreachable,
});
const ofSql = (at: Trouble['at']) => ({
  misbehave: (how: keyof typeof ways) => {
    sql.trouble = { at, how: how === 'breaks off' ? 'hangs up' : how };
  },
  behave: () => {
    sql.trouble = null;
  },
});
const ofRaw = {
  misbehave: (how: keyof typeof ways) => {
    way = ways[how];
  },
};
const withMail = (type: string) => ({
  mailServer: { type, host: here, authentication: 'integratedWindows', managedServiceAccount: false },
});

const cases: readonly Case[] = [
  { peer: 'the directory of the cloud', page: 'signIn', check: 'sign-in', next: 'components', ...ofCloud('login') },
  { peer: 'Microsoft Graph', page: 'signIn', check: 'subscription', next: 'components', ...ofCloud('graph') },
  {
    peer: 'SQL Server (greeting)',
    page: 'database',
    check: 'database-reachable',
    says: { ...unreachable, 'talks nonsense': 'database-unsuitable' },
    next: 'mailServer',
    ...ofSql('prelogin'),
  },
  {
    peer: 'SQL Server (question)',
    page: 'database',
    check: 'database-sign-in',
    says: { ...unreachable, 'talks nonsense': 'timed-out' },
    next: 'mailServer',
    ...ofSql('question'),
  },
  {
    peer: 'the SMTP server',
    page: 'mailServer',
    changes: withMail('smtp'),
    check: 'mail-reachable',
    says: unsuitable('mail-unsuitable'),
    next: 'certificate',
    ...ofRaw,
  },
  {
    peer: 'the Exchange server',
    page: 'mailServer',
    changes: withMail('exchange'),
    check: 'mail-reachable',
    says: unsuitable('mail-unsuitable'),
    next: 'certificate',
    ...ofRaw,
  },
  {
    peer: 'the directory (mailbox application)',
    page: 'mailboxApplication',
    check: 'mailbox-application',
    next: 'certificate',
    ...ofCloud('login'),
  },
  { peer: 'the mail service', page: 'mailboxApplication', check: 'mailbox-access', next: 'certificate', ...ofCloud('mail') },
  {
    peer: 'the SharePoint site',
    page: 'sharePointSite',
    changes: { components: { features: ['portal'] } },
    check: 'sharepoint-site',
    says: unsuitable('site-unsuitable'),
    next: 'sharePointTimerWarning',
    ...ofRaw,
  },
];

test.each(cases.flatMap((one) => (Object.keys(ways) as (keyof typeof ways)[]).map((how) => ({ ...one, how }))))(
  'Where $peer $how in the middle of a check, the check ends in time and says so, and the installation can go on',
  async ({ page, changes, check, misbehave, behave, says, next, how }) => {
    const given = { ...answers, ...changes };
    // A check that ends by its time-out is asked of a service that has little patience, and everything else of one that has much.
    const hasPatience = says[how] !== 'timed-out';
    await using places = hasPatience ? samePlace(served) : onOneFolder();
    const { id } = await places.patient((client) => comeTo(client, page, given));
    misbehave(how);
    try {
      const submit = { type: 'submit', page, answers: given[page] };
      const { body } = await places[hasPatience ? 'patient' : 'impatient']((client) => client.event(id, submit));
      expect(body).toMatchObject({ status: 'asking', page: { id: page }, problems: [{ code: says[how] }] });
      const found = body.checks.find((one) => one.id === check);
      expect(found).toMatchObject({ status: 'failed', overridable: true, message: expect.stringMatching(/\w{20,}|\. \w+/) });
      expect(Object.values(statuses(body))).not.toContain('pending');
      expect(body.can).toEqual(expect.arrayContaining(['submit', 'recheck', 'override', 'back']));
    } finally {
      behave?.();
    }
    // What can be mended is mended, and the check repeated; for the rest somebody answers.
    const on = behave ? { type: 'recheck' } : { type: 'override', check, reason: 'It is known to be well.' };
    const { body } = await places.patient((client) => client.event(id, on));
    expect(body.page.id).toBe(next);
  },
);

/** Asks the same installation of a service with much patience, or with little. */
interface Places extends AsyncDisposable {
  patient<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer>;
  impatient<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer>;
}

function samePlace({ client }: Served): Places {
  return { patient: (ask) => ask(client), impatient: (ask) => ask(client), [Symbol.asyncDispose]: async () => {} };
}

/** Each time another service, on one data folder. */
function onOneFolder(): Places {
  const data = mkdtempSync(join(tmpdir(), 'mim-setup-patience-'));
  const within =
    (timeout: number) =>
    async <Answer>(ask: (client: Client) => Promise<Answer>) => {
      using file = configurationFile(settings(timeout));
      await using own = await serve({ config: file.path, data });
      return await ask(own.client);
    };
  return {
    patient: within(20_000),
    impatient: within(400),
    [Symbol.asyncDispose]: async () => rmSync(data, { recursive: true, force: true }),
  };
}
