import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type ServiceProcess, startProcess } from './serviceProcess.ts';

/** A service as a process of its own that tells how long the turns of its event loop are. */
export interface MeasuredService extends AsyncDisposable {
  readonly service: ServiceProcess;
  /** The longest turns since this was asked last, milliseconds of the processor, the longest first; short ones are left out. */
  turns(): Promise<readonly number[]>;
  /** Memory that the process holds, bytes. */
  memory(): number;
}

/** @param data the data folder; an empty one, without it. */
export async function startMeasured(environment: Readonly<Record<string, string>> = {}, data?: string): Promise<MeasuredService> {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-measured-'));
  const file = join(folder, 'turns.json');
  const probe = fileURLToPath(new URL('turnProbe.ts', import.meta.url));
  const service = await startProcess(data ?? join(folder, 'data'), {
    environment: { NODE_OPTIONS: `--import ${probe}`, MIM_SETUP_TEST_TURNS: file, MIM_SETUP_LOG_LEVEL: 'warn', ...environment },
  });
  return {
    service,
    async turns() {
      process.kill(service.pid, 'SIGUSR2');
      const isThere = () => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n');
      for (const end = Date.now() + 60_000; !isThere(); await pause(10))
        if (Date.now() > end) throw new Error('The service does not tell the turns of its event loop.');
      const turns = JSON.parse(readFileSync(file, 'utf8')) as number[];
      rmSync(file);
      return turns;
    },
    memory: () => Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${service.pid}/status`, 'utf8'))![1]) * 1024,
    async [Symbol.asyncDispose]() {
      await service[Symbol.asyncDispose]();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
