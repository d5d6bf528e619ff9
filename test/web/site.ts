import { Client } from '../client.ts';
import { type Served, serve } from '../http/service.ts';
import { buildOnce } from './built.ts';

/** The service with its web page. */
export interface Site extends AsyncDisposable {
  readonly url: string;
  readonly client: Client;
  readonly served: Served;
}

/** Starts the service with the page as it is built now. `flags` are settings as the command line gives them. */
export async function openSite(flags: Readonly<Record<string, unknown>> = {}): Promise<Site> {
  await buildOnce();
  const served = await serve({ rehearsal: { pace: 5 }, ...flags });
  const token = flags['token'];
  return {
    url: served.url,
    served,
    client: new Client(served.url, typeof token === 'string' ? { Authorization: `Bearer ${token}` } : {}),
    [Symbol.asyncDispose]: () => served[Symbol.asyncDispose](),
  };
}
