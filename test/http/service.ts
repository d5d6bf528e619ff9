import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import supertest, { type Response, type Test } from 'supertest';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { createLog } from '../../server/service/log.ts';
import { type Service, startService } from '../../server/service/service.ts';
import { DocumentedClient, expectDocumented } from './documented.ts';

/** A service in this process, with a data folder of its own, and what it has logged. */
export interface Served extends AsyncDisposable {
  readonly service: Service;
  /** Supertest, with every reply held against the OpenAPI document. */
  readonly api: ReturnType<typeof supertest.agent>;
  readonly client: DocumentedClient;
  readonly url: string;
  readonly folder: string;
  logged(): string;
}

/** Starts the service on a free port. `flags` are settings as the command line gives them. */
export async function serve(flags: Readonly<Record<string, unknown>> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-http-'));
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const config = readConfiguration({}, { data: folder, port: 0, ...flags });
  const service = await startService(config, createLog(config.logLevel, destination));
  const token = config.token;
  return {
    service,
    api: documentedAgent(service.url, token),
    client: new DocumentedClient(service.url, token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    url: service.url,
    folder: config.data,
    logged: () => lines.join(''),
    async [Symbol.asyncDispose]() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function documentedAgent(url: string, token: string | undefined): Served['api'] {
  const agent = supertest.agent(url);
  if (token !== undefined) agent.set('Authorization', `Bearer ${token}`);
  agent.use((request: Test) => {
    const { pathname } = new URL(request.url);
    request.expect(({ status, headers, body }: Response) => {
      expectDocumented({ method: request.method, path: pathname, status, type: String(headers['content-type'] ?? ''), body });
    });
  });
  return agent;
}
