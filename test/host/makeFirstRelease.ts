import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import type { View } from '../../server/view/view.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { Client } from '../client.ts';
import { eventually } from '../store/eventually.ts';

/*
 * Makes `fixtures/firstRelease.json.br`: the data folder of the first release, with an installation in every state that a person can
 * see, as that release itself wrote it, driven by REST and ended without a word. Kept to tell how the fixture came about:
 *
 *   git worktree add --detach <folder> 56b733b && ln -s "$PWD/node_modules" <folder>/node_modules
 *   node test/host/makeFirstRelease.ts <folder>
 */

const release = resolve(process.argv[2] ?? '');
const data = mkdtempSync(join(tmpdir(), 'mim-setup-first-release-'));

/** Whether service calls begin and do not end, and whether an installer stands still in its first action. */
const hold = { calls: false, installer: false };
const { startService, readConfiguration, createLog } = await firstRelease();
const service = await startService(readConfiguration({}, { data, port: 0 }), createLog('warn'));
const client = new Client(service.url);

const answers: PageAnswers = {
  ...answersFor('C'),
  database: { server: 'contosoagl.contoso.com', name: 'FIMServiceOld', whenExists: 'reuse' },
};
const unknownTenant = { ...answers['mailboxApplication'], tenantId: 'aa7efd5d-2944-43aa-8543-34b476c47a7a' };
const registration = { mailbox: 'mim@contoso.com', group: 'mim-access@contoso.com', secretMonths: 12 };
const acknowledge = [
  'databaseBackupWarning',
  'accountSecurityWarning',
  'sharePointTimerWarning',
  'registrationPortalWarning',
  'resetPortalWarning',
];
const screens = (await client.walk(await client.begin(), answers)).screens;

/** By its name: how an installation came to its state. */
const atRest: Record<string, () => Promise<View>> = {
  ...Object.fromEntries([...screens, 'ready'].map((screen) => [screen, () => at(screen)])),
  signInFailed: () => sent('signIn', { ...answers['signIn'], clientSecret: 'wrong' }),
  subscriptionNotFound: () => sent('signIn', { ...answers['signIn'], tenant: 'unlicensed.onmicrosoft.com' }),
  incompatibleMailAuthentication: () =>
    sent('mailServer', {
      type: 'smtp',
      host: 'smtp.contoso.com',
      authentication: 'applicationContext',
      managedServiceAccount: false,
    }),
  applicationValidationFailed: () => sent('mailboxApplication', unknownTenant),
  mailboxAccessFailed: () => sent('mailboxApplication', { ...answers['mailboxApplication'], clientSecret: 'wrong' }),
  'mailboxApplication, registered': async () => {
    const { id } = await at('mailboxApplication');
    return told(id, { type: 'register', ...registration });
  },
  'database, its check failed': () => sent('database', { ...answers['database'], server: 'sql.contoso.invalid' }),
  'serviceAddress, a check overridden before it': async () => {
    const { id } = await sent('synchronizationServer', { ...answers['synchronizationServer'], host: 'mim.contoso.invalid' });
    return told(id, { type: 'override', check: 'synchronization-server', reason: 'It is not up yet.' });
  },
  'components, revisited from ready': async () => told((await at('ready')).id, { type: 'revisit', page: 'components' }),
  'certificate, gone back to': async () => told((await at('serviceAccount')).id, { type: 'back' }),
  'ready, a check failed': () => at('ready', { failCheck: 'host-rights' }),
  'ready, from a file': async () => {
    const { id } = await client.begin();
    return (
      await client.request('PUT', `/api/v1/installations/${id}/answers`, { pages: answers, acknowledge }, { Prefer: 'wait=20' })
    ).body;
  },
  'mailServer, where a file stopped': async () => {
    const { mailServer: _, ...pages } = answers;
    const { id } = await client.begin();
    return (await client.request('PUT', `/api/v1/installations/${id}/answers`, { pages, acknowledge }, { Prefer: 'wait=20' }))
      .body;
  },
  'signIn, for real': async () => {
    let view = await client.begin({ mode: 'live' });
    while (view.page.id !== 'signIn') view = await client.step(view, answers);
    return view;
  },
  'ready, option I': async () => (await client.walk(await client.begin(), answersFor('I'))).view,
  'ready, the portal alone': async () => (await client.walk(await client.begin(), answersFor('E', ['portal']))).view,
  failed: () => installed('failed', { failAt: 'DeploySolutions' }),
  'failed twice': async () => {
    const { id } = await installed('failed', { failAt: 'DeploySolutions', times: 2 });
    await told(id, { type: 'retry' });
    return client.until(id, 'failed');
  },
  'failed, by a report': async () => {
    const { id } = await at('ready');
    return (await client.request('POST', `/api/v1/installations/${id}/report`, { exitCode: 1603 })).body;
  },
  'ready, back from failed': async () => told((await installed('failed', { failAt: 'InstallFiles' })).id, { type: 'back' }),
  postInstallation: () => installed('postInstallation'),
  'postInstallation, after a retry': async () => {
    const { id } = await installed('failed', { failAt: 'DeploySolutions' });
    await told(id, { type: 'retry' });
    return client.until(id, 'postInstallation');
  },
  'postInstallation, by a report': async () => {
    const { id } = await at('ready');
    return (await client.request('POST', `/api/v1/installations/${id}/report`, { exitCode: 3010 })).body;
  },
  'postInstallation, a task done and one skipped': async () => {
    const view = await installed('postInstallation');
    const [first, second] = view.tasks;
    await told(view.id, { type: 'complete', task: first?.id, outcome: 'done' });
    return told(view.id, { type: 'complete', task: second?.id, outcome: 'skipped', reason: 'Not needed here.' });
  },
  finished: async () => {
    let view = await installed('postInstallation');
    for (const { id } of view.tasks) view = await told(view.id, { type: 'complete', task: id, outcome: 'done' });
    return view;
  },
  'cancelled, on a page': async () => told((await at('certificate')).id, { type: 'cancel' }),
  'cancelled, after a failure': async () => told((await installed('failed', { failAt: 'InstallFiles' })).id, { type: 'cancel' }),
  'cancelled, while installing': async () => {
    const { id } = await at('ready', { pace: 300 });
    await told(id, { type: 'install' });
    await told(id, { type: 'cancel' });
    return client.until(id, 'cancelled');
  },
};

const views: Record<string, View> = {};
for (const [name, make] of Object.entries(atRest)) views[name] = await make();

// What has a call under way: each is brought before it while calls still end.
const before: [name: string, view: View, on: (id: string) => Promise<View>][] = [];
for (const page of await checkedPages())
  before.push([`${page}, checking`, await at(page), (id) => told(id, { type: 'submit', page, answers: answers[page] })]);
before.push([
  'mailboxApplication, registering',
  await at('mailboxApplication'),
  (id) => told(id, { type: 'register', ...registration }),
]);
before.push(['ready, checking', await at('ready'), (id) => told(id, { type: 'recheck' })]);
before.push([
  'ready, to be installed once checked',
  await at('ready'),
  async (id) => {
    await told(id, { type: 'recheck' });
    return told(id, { type: 'install' });
  },
]);
before.push([
  'signIn, from a file',
  await client.begin(),
  async (id) =>
    (await client.request('PUT', `/api/v1/installations/${id}/answers`, { pages: answers, acknowledge, install: true })).body,
]);
before.push(['postInstallation, checking', await installed('postInstallation'), (id) => told(id, { type: 'recheck' })]);
const failedOnce = await installed('failed', { failAt: 'DeploySolutions' });
hold.installer = true;
for (const name of ['installing', 'stopping', 'stopping, the installer has heard of it']) {
  const { id } = await at('ready');
  const installing = await told(id, { type: 'install' });
  before.push([name, installing, () => (name === 'stopping' ? told(id, { type: 'cancel' }) : client.view(id))]);
}
before.push(['installing, again', await told(failedOnce.id, { type: 'retry' }), () => client.view(failedOnce.id)]);
for (const [name, { id }] of before.filter(([, { status }]) => status === 'installing'))
  await eventually(async () => {
    const { status } = await fetch(`${service.url}/api/v1/installations/${id}/log`);
    if (status !== 200) throw new Error(`${name}: there is no log, ${status}`);
  });
await told(before.find(([name]) => name.endsWith('heard of it'))![1].id, { type: 'cancel' });
hold.calls = true;
for (const [name, { id }, on] of before) views[name] = await on(id);

const states = Object.fromEntries(
  await Promise.all(
    Object.entries(views).map(async ([name, { id }]) => {
      const { revision, status, page, option, trail } = await client.view(id);
      const path = `/api/v1/installations/${id}/answers`;
      const { body } = await client.request<unknown>('GET', path, undefined, { Accept: 'application/json' });
      return [name, { id, revision, status, page: page.id, option, trail, answers: body }] as const;
    }),
  ),
);
const left = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const files = left
  .filter(({ name }) => !name.startsWith('lock.db') && !name.endsWith('-shm'))
  .map(
    ({ parentPath, name }) => [relative(data, join(parentPath, name)), readFileSync(join(parentPath, name), 'latin1')] as const,
  );
const packed = JSON.stringify({ states, files: Object.fromEntries(files) });
const window = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
writeFileSync(join(import.meta.dirname, 'fixtures/firstRelease.json.br'), brotliCompressSync(packed, { params: window }));
rmSync(data, { recursive: true });
process.kill(process.pid, 'SIGKILL');

async function at(screen: string, rehearsal: object = {}): Promise<View> {
  let view = await client.begin({ mode: 'rehearsal', name: screen, rehearsal: { pace: 1, ...rehearsal } });
  while (view.page.id !== screen) view = await client.step(view, answers);
  return view.status === 'ready' ? client.until(view.id, 'ready') : view;
}

async function checkedPages(): Promise<string[]> {
  type Listed = { readonly items: readonly { readonly id: string; readonly kind: string; readonly checks: object }[] };
  const { items } = (await client.request<Listed>('GET', '/api/v1/pages')).body;
  return items
    .filter(({ id, kind, checks }) => kind === 'form' && Object.keys(checks).length > 0 && screens.includes(id))
    .map(({ id }) => id);
}

async function sent(page: string, given: object | undefined): Promise<View> {
  return told((await at(page)).id, { type: 'submit', page, answers: given });
}

async function installed(status: string, rehearsal: object = {}): Promise<View> {
  const { id } = await at('ready', rehearsal);
  await told(id, { type: 'install' });
  return client.until(id, status);
}

async function told(id: string, event: object): Promise<View> {
  const reply = await client.event<View>(id, event, hold.calls ? {} : { Prefer: 'wait=20' });
  if (reply.status !== 200) throw new Error(`${JSON.stringify(event)}: ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** The first release itself, with services that can be held. */
async function firstRelease() {
  Object.assign(globalThis, {
    held(services: Services, paused: Services): Services {
      const names = Object.keys(services) as (keyof Services)[];
      return Object.fromEntries(
        names.map((name) => [
          name,
          (input: unknown, call: { signal: AbortSignal }) => {
            if (hold.calls)
              return new Promise((_, reject) => call.signal.addEventListener('abort', () => reject(call.signal.reason)));
            return (name === 'install' && hold.installer ? paused : services)[name]!(input, call);
          },
        ]),
      );
    },
  });
  registerHooks({
    load(url, context, next) {
      const loaded = next(url, context);
      if (!url.endsWith('/services/rehearsal/index.ts')) return loaded;
      const source = String(loaded.source).replace('export function rehearsedServices', 'function unheld');
      const forADay = '{ ...settings, pace: 86_400_000 }';
      return {
        ...loaded,
        source: `${source}\nexport const rehearsedServices = (settings) => held(unheld(settings), unheld(${forADay}));`,
      };
    },
  });
  const from = async (path: string) => (await import(pathToFileURL(join(release, path)).href)) as Record<string, never>;
  const { startService } = await from('server/service.ts');
  const { readConfiguration } = await from('server/config.ts');
  const { createLog } = await from('server/log.ts');
  return { startService, readConfiguration, createLog } as unknown as {
    startService(configuration: object, log: object): Promise<{ readonly url: string }>;
    readConfiguration(environment: object, flags: object): object;
    createLog(level: string): object;
  };
}

type Services = Record<string, (input: unknown, call: { signal: AbortSignal }) => Promise<unknown>>;
