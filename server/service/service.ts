import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { hostname } from 'node:os';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { forgetJobs } from '../../services/installer/job/forgetJobs.ts';
import { liveServices } from '../../services/live/liveServices.ts';
import { installerActions } from '../../services/rehearsal/installerActions.ts';
import { rehearsedServices } from '../../services/rehearsal/rehearsedServices.ts';
import { walks } from '../answers/walks.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { ConfigurationError } from '../configuration/configurationError.ts';
import { liveSettingsOf } from '../configuration/liveSettings.ts';
import { tokensOf } from '../configuration/readConfiguration.ts';
import type { Token } from '../configuration/tokens.ts';
import type { Caller, HostSettings } from '../host/hostSettings.ts';
import { Installations } from '../host/installations.ts';
import { withKeptSettlements } from '../host/packageSettlements.ts';
import { createApp } from '../http/app.ts';
import { answerBrokenRequests } from '../http/brokenRequests.ts';
import type { Planning } from '../plan/forms.ts';
import { settledInstall } from '../plan/settledInstall.ts';
import { forgetCutOffReports } from '../report/cutOffReports.ts';
import { type DataFolder, ownDataFolder } from '../store/dataFolder.ts';
import { openStore } from '../store/openStore.ts';
import { NewerForm } from '../store/schema/newerForm.ts';
import type { Store } from '../store/store.ts';
import { checkKey, keyIsKept, masterKeyOf } from './masterKey.ts';
import { logSteps } from './stepLog.ts';
import { stopperOf } from './stopperOf.ts';

/** A running service. */
export interface Service {
  readonly installations: Installations;
  readonly app: Express;
  /** Where it is reached. */
  readonly url: string;
  close(): Promise<void>;
}

/** Everything but the network: the store, the host, what was cut off taken up. */
export interface Core {
  readonly installations: Installations;
  readonly planning: Planning;
  readonly jobsFolder: string;
  close(): Promise<void>;
}

/** For whom a service is started. */
export interface Starting {
  /** Who may talk to it; whom the configuration names, without this. */
  readonly tokens?: readonly Token[];
  /** Whether what an earlier process left unfinished is taken up; not by one that only looks. */
  readonly takesUp?: boolean;
}

/** Opens the data folder. What is there is taken up behind its back: it is ready before. */
export async function openCore(config: Configuration, log: Logger, { takesUp = true }: Starting = {}): Promise<Core> {
  const report = (error: unknown, about: object) => log.error({ err: error, ...about }, 'something went wrong');
  const folder = ownDataFolder(config.data);
  const { store, masterKey } = await openFolder(config, folder, report);
  if (!folder.isPrivate) log.warn({ path: folder.path }, 'others may be able to read the data folder: see to its permissions');
  const live = liveServices({
    ...liveSettingsOf(config),
    jobsFolder: folder.jobs,
    package: config.package,
    settlements: config.properties,
    report,
  });
  const installations = new Installations({
    store,
    masterKey,
    servicesFor: (caller) =>
      withKeptSettlements(
        settledInstall(caller.mode === 'live' ? live : rehearsalFor(caller, config, folder), config.properties),
        store,
      ),
    installsHere: process.platform === 'win32',
    ...placesOf(config),
    autopilot: walks,
    report,
  });
  installations.events.on('ended', (id) => live.forget(id));
  installations.events.on(
    'deleted',
    (id) => void forgetJobs(folder.jobs, id).catch((error: unknown) => report(error, { installation: id })),
  );
  logSteps(installations, log);
  if (takesUp) {
    await forgetCutOffReports(folder.jobs);
    installations.start();
  }
  const forgetting = takesUp ? forgetOldRequests(store, report) : undefined;
  return {
    installations,
    planning: { settlements: config.properties, package: config.package },
    jobsFolder: folder.jobs,
    async close() {
      clearInterval(forgetting);
      await installations.close();
      await store.close();
      folder.release();
    },
  };
}

/** Starts the service; it is ready to be used when the promise is fulfilled. */
export async function startService(config: Configuration, log: Logger, starting: Starting = {}): Promise<Service> {
  const core = await openCore(config, log, starting);
  const { installations, planning, jobsFolder } = core;
  const names = [config.host, ...config.allowedHosts];
  const actions = installerActions.map(({ name }) => name);
  const app = createApp({
    installations,
    log,
    tokens: starting.tokens ?? tokensOf(config),
    names,
    planning,
    jobsFolder,
    installerActions: actions,
  });
  const server = serverFor(config, app);
  answerBrokenRequests(server);
  const stop = stopperOf(server);
  try {
    await listen(server, config);
  } catch (error) {
    await core.close();
    throw error;
  }
  const url = urlOf(server, config);
  log.info({ url, version: process.version, data: config.data, shared: config.database !== undefined }, 'started');
  return {
    installations,
    app,
    url,
    async close() {
      log.info('stopping');
      installations.endWaits();
      const cutOff = await stop();
      await core.close();
      log.info({ cutOff }, 'stopped');
    },
  };
}

function rehearsalFor({ rehearsal, failures }: Caller, config: Configuration, folder: DataFolder) {
  const { failAt, failCheck, times = 1, pace = config.rehearsal.pace } = rehearsal;
  return rehearsedServices({ failAt, failCheck, times, pace, failures, jobsFolder: folder.jobs, settlements: config.properties });
}

/** Where several services share a database, an installer runs on the host whose service was asked for it, and on no other. */
function placesOf({ database }: Configuration): Pick<HostSettings, 'places' | 'placeOf'> {
  if (database === undefined) return {};
  const here = hostname();
  const isBoundToHost = (service: string) => service === 'install' || service === 'stopInstaller';
  return { places: [here], placeOf: (service, { mode }) => (mode === 'live' && isBoundToHost(service) ? here : null) };
}

/** Requests with a key are remembered for a week; looked at by the hour. */
function forgetOldRequests(store: Store, report: (error: unknown, about: object) => void): NodeJS.Timeout {
  const [hour, week] = [3_600_000, 7 * 24 * 3_600_000];
  const forget = () => store.forgetAnswers(new Date(Date.now() - week).toISOString()).catch((error) => report(error, {}));
  return setInterval(() => void forget(), hour);
}

/** The folder is let go where it can't be used, so that it can be tried again with another key. */
async function openFolder(config: Configuration, folder: DataFolder, report: (error: unknown, about: object) => void) {
  let store: Store | undefined;
  try {
    const { database, databaseConnections: connections } = config;
    // A key that was made here before has sealed something in a database that was here too.
    const expected = keyIsKept(folder.path);
    store = await openStore({ database, connections, file: folder.database, expected, report });
    const masterKey = await masterKeyOf(config, folder.path, store);
    await checkKey(store, masterKey, folder.path);
    return { store, masterKey };
  } catch (error) {
    await store?.close();
    folder.release();
    throw error instanceof NewerForm
      ? new ConfigurationError([`data (MIM_SETUP_DATA): ${folder.path}. ${error.message}`])
      : error;
  }
}

function serverFor({ tlsCert, tlsKey }: Configuration, app: Express): Server {
  if (tlsCert === undefined || tlsKey === undefined) return createHttpServer(app);
  return createHttpsServer({ cert: readFileSync(tlsCert), key: readFileSync(tlsKey) }, app);
}

function listen(server: Server, { host, port }: Configuration): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve());
  });
}

function urlOf(server: Server, { host, tlsCert }: Configuration): string {
  const { port } = server.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return `${tlsCert === undefined ? 'http' : 'https'}://${name}:${port}`;
}
