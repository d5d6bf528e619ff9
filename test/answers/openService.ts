import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfiguration } from '../../server/configuration/readConfiguration.ts';
import { createLog } from '../../server/service/log.ts';
import { startService } from '../../server/service/service.ts';
import { Client } from '../client.ts';

/** A service on an empty data folder, with somebody to talk to it. */
export interface Opened {
  readonly client: Client;
  readonly url: string;
  close(): Promise<void>;
}

export async function openService(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-answers-'));
  const config = readConfiguration({}, { data: folder, port: 0, rehearsal: { pace: 0 } });
  const service = await startService(config, createLog('silent'));
  return {
    client: new Client(service.url),
    url: service.url,
    async close() {
      await service.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
