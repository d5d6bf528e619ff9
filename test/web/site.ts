import type { AddressInfo } from 'node:net';
import express from 'express';
import { problemReplies } from '../../server/http/problemReplies.ts';
import { webRoutes } from '../../server/http/routes/web.ts';
import { sameOriginOnly } from '../../server/http/security.ts';
import { createLog } from '../../server/log.ts';
import { Client } from '../client.ts';
import { type Served, serve } from '../http/service.ts';
import { buildOnce } from './built.ts';

/** The service with its web page. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  readonly client: Client;
  readonly served: Served;
  /** Cuts off whoever is connected. */
  dropConnections(): void;
}

/** Starts the service with the page as it is built now. `flags` are settings as the command line gives them. */
export async function openSite(flags: Readonly<Record<string, unknown>> = {}): Promise<Site> {
  await buildOnce();
  const served = await serve({ rehearsal: { pace: 5 }, ...flags });
  const token = flags['token'] as string | undefined;
  const app = express();
  app.use(sameOriginOnly([]), webRoutes({ tokens: token === undefined ? [] : [{ name: 'token', token }] }), served.service.app);
  app.use(problemReplies(createLog('silent')));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    served,
    dropConnections: () => server.closeAllConnections(),
    client: new Client(url, token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await served[Symbol.asyncDispose]();
    },
  };
}
