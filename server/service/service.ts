import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { installerActions } from '../../services/rehearsal/installerActions.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { redactConfiguration, tokensOf } from '../configuration/readConfiguration.ts';
import type { Token } from '../configuration/tokens.ts';
import type { Installations } from '../host/installations.ts';
import { createApp } from '../http/app.ts';
import { answerBrokenRequests } from '../http/brokenRequests.ts';
import { RefusedTokens } from '../http/refusedTokens.ts';
import { openDoor } from '../http/runnerDoor.ts';
import { openCore } from './core.ts';
import { stopperOf } from './stopperOf.ts';
import { tlsSettings } from './tlsSettings.ts';

/** A running service. */
export interface Service {
  readonly installations: Installations;
  readonly app: Express;
  /** Where it is reached. */
  readonly url: string;
  close(): Promise<void>;
}

/** For whom a service is started. */
export interface Starting {
  /** Who may talk to it; whom the configuration names, without this. */
  readonly tokens?: readonly Token[];
  /** Whether what an earlier process left unfinished is taken up; not by one that only looks. */
  readonly takesUp?: boolean;
}

/** Starts the service; it is ready to be used when the promise is fulfilled. */
export async function startService(config: Configuration, log: Logger, starting: Starting = {}): Promise<Service> {
  const core = await openCore(config, log, starting);
  const { installations, runners, endedSessions, planning, jobsFolder } = core;
  const names = [config.host, ...config.allowedHosts];
  const actions = installerActions.map(({ name }) => name);
  const refused = new RefusedTokens(({ address, limited }) =>
    log[limited ? 'debug' : 'warn']({ address }, limited ? 'a token was not looked at' : 'a token was refused'),
  );
  const app = createApp({
    installations,
    runners,
    endedSessions,
    refused,
    log,
    tokens: starting.tokens ?? tokensOf(config),
    names,
    origins: config.allowedOrigins,
    planning,
    jobsFolder,
    installerActions: actions,
    about: { configuration: redactConfiguration(config), storage: storageOf(config) },
  });
  const server = serverFor(config, app);
  answerBrokenRequests(server);
  openDoor(server, {
    runners,
    names,
    refused,
    report: (error, about) => log.error({ err: error, ...about }, 'something went wrong'),
  });
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

function storageOf({ database }: Configuration): string {
  return database === undefined ? `SQLite ${process.versions.sqlite}` : 'PostgreSQL';
}

function serverFor({ tlsCert, tlsKey }: Configuration, app: Express): Server {
  if (tlsCert === undefined || tlsKey === undefined) return createHttpServer(connectionSettings, app);
  const [cert, key] = [readFileSync(tlsCert), readFileSync(tlsKey)];
  return createHttpsServer({ cert, key, ...tlsSettings, ...connectionSettings }, app);
}

/** Whatever else a client offers to upgrade to (`h2c`) is answered as the request that it is. Node knows this from 22.21 on. */
function shouldUpgradeCallback({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

const connectionSettings = {
  shouldUpgradeCallback,
  /** Longer than clients and balancers keep an idle connection, usually for a minute: else one is closed as the next request comes. */
  keepAliveTimeout: 65_000,
};

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
