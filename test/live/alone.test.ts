import { describe, expect, test } from 'vitest';
import { pageIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { hostChecks } from '../../machines/ports/checks.ts';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import type { Client } from '../client.ts';
import type { Served } from '../http/service.ts';
import { pipeline } from '../peers/entra/tenants.ts';
import { closedPort } from '../peers/web/rawServer.ts';
import { here, nameContoso } from './contoso.ts';
import { serveLive } from './liveService.ts';

const asPipeline = { method: 'clientCredentials', tenant: 'contoso.onmicrosoft.com', ...pipeline };

/** Checks that need nobody's answer: they judge what was typed in, or what the administrator states. */
const needNobody = ['database-port', 'service-account-local-logon'];

describe.skipIf(process.platform === 'win32')('A live walk on a computer that can reach nothing', () => {
  test('comes to ready and to its end by overrides; each check says what to do, and none passes in silence', async () => {
    const nowhere = { login: 'https://login.invalid', graph: 'https://graph.invalid', mail: 'https://mail.invalid' };
    await using served = await serveLive({
      checks: { timeout: 2_000, hostTimeout: 2_000 },
      entra: { clouds: { global: nowhere } },
    });
    const { client } = served;
    const { view, overridden } = await walkOverriding(client, withoutNames());
    expect(view).toMatchObject({ status: 'ready', problems: [] });

    const { body: checks } = await client.request<View['checks']>('GET', `/api/v1/installations/${view.id}/checks`);
    expect(checks.map(({ id }) => id).sort()).toEqual(allChecks());
    expect(
      checks
        .filter(({ status }) => status === 'overridden')
        .map(({ id }) => id)
        .sort(),
    ).toEqual([...overridden].sort());
    expect(
      checks
        .filter(({ status }) => status === 'passed')
        .map(({ id }) => id)
        .sort(),
    ).toEqual(needNobody);
    for (const { id, status, message, ms, at } of checks) {
      expect([id, ms === null || at === null]).toEqual([id, false]);
      if (status !== 'passed') expect([id, message]).toEqual([id, expect.stringMatching(toDo)]);
    }
    expect(checks.filter(({ id }) => id.startsWith('host-')).every(({ status }) => status === 'warning')).toBe(true);
    await installElsewhere(served, view);
  });

  test('does so where every peer is stopped, too', async () => {
    using _ = nameContoso();
    const port = await closedPort();
    const stopped = `https://127.0.0.1:${port}`;
    await using served = await serveLive({
      checks: { timeout: 2_000, hostTimeout: 2_000 },
      entra: { clouds: { global: { login: stopped, graph: stopped, mail: stopped } } },
      directory: { url: `ldaps://127.0.0.1:${port}`, user: 'CONTOSO\\reader', password: 'Reader~1' },
    });
    const { client } = served;
    const { view, overridden } = await walkOverriding(client, {
      ...withoutNames(),
      database: { server: `127.0.0.1,${port}`, name: 'FIMService', whenExists: 'create' },
      reportingServer: { host: here },
      sharePointSite: { url: `http://${here}:${port}` },
    });
    expect(overridden).toEqual(
      expect.arrayContaining([
        'sign-in',
        'database-reachable',
        'mail-reachable',
        'reporting-server-port',
        'mailbox-application',
        'service-account',
        'management-agent-account',
        'service-principal-name',
        'sharepoint-site',
      ]),
    );
    expect(view).toMatchObject({ status: 'ready', problems: [] });
    await installElsewhere(served, view);
  });
});

const toDo =
  /\b(Check|See|Name|Configure|Mend|Look|Run|Set|Open|Repeat|Make|Enter|Sign|Choose|Go back|Start|Grant|Restart|On the server|If Windows|In the SharePoint)\b/;

function withoutNames(): PageAnswers {
  const answers = answersFor('C');
  return {
    ...answers,
    signIn: asPipeline,
    database: { server: 'sql.invalid', name: 'FIMService', whenExists: 'create' },
    reportingServer: { host: 'scsm.invalid' },
    certificate: { source: 'store', subject: 'CN=mim.invalid' },
    serviceAccount: { ...answers['serviceAccount'], deniedLocalLogon: true },
    synchronizationServer: { host: 'sync.invalid', managementAgentAccount: 'contoso\\svcMIMMA' },
    serviceAddress: { host: 'mim.invalid' },
    sharePointSite: { url: 'http://mim.invalid' },
    registrationPortal: { ...answers['registrationPortal'], host: 'pwreg.invalid' },
    registrationPortalService: { ...answers['registrationPortalService'], serviceAddress: 'mim.invalid' },
    resetPortal: { ...answers['resetPortal'], host: 'pwreset.invalid' },
    resetPortalService: { ...answers['resetPortalService'], serviceAddress: 'mim.invalid' },
  };
}

/** Goes to `ready`, and answers for each check that fails on the way and there. */
async function walkOverriding(client: Client, answers: PageAnswers) {
  const overridden: string[] = [];
  let view = await client.begin({ mode: 'live' });
  while (view.status !== 'ready') {
    view = await client.step(view, answers);
    while (view.checks.some(({ status }) => status === 'failed')) {
      if (view.status === 'error') view = (await client.event(view.id, { type: 'acknowledge', page: view.page.id })).body;
      const { id } = view.checks.find(({ status }) => status === 'failed')!;
      view = (await client.event(view.id, { type: 'override', check: id, reason: 'It cannot be reached.' })).body;
      overridden.push(id);
    }
  }
  return { view, overridden };
}

/** Takes the script, reports how it ended, and closes the tasks. */
async function installElsewhere({ client, url: base }: Served, { id }: View): Promise<void> {
  const url = `/api/v1/installations/${id}`;
  const script = await (await fetch(`${base}${url}/plan?format=ps1`)).text();
  expect(script).toContain('msiexec');
  const { status, body } = await client.request('POST', `${url}/report`, {
    exitCode: 0,
    log: 'Installation success or error status: 0.',
    installed: true,
  });
  expect([status, body.status]).toEqual([200, 'postInstallation']);
  let view = await client.until(id, 'postInstallation');
  while (view.status === 'postInstallation') {
    const task = view.tasks.find(({ state }) => state === 'open')!;
    view = (await client.event(id, { type: 'complete', task: task.id, outcome: 'done' })).body;
  }
  expect(view.status).toBe('finished');
}

function allChecks(): string[] {
  const notHere = [
    // Application Context Authentication is tried by the mailbox application's own page.
    'mail-authentication',
  ];
  const declared = pageIds.flatMap((page) => Object.keys(pageOf(page).checks ?? {}));
  return [...declared, ...Object.keys(hostChecks)].filter((id) => !notHere.includes(id)).sort();
}
