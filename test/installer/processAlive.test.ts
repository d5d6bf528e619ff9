import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { processAlive } from '../../services/installer/job/processAlive.ts';

afterEach(() => void vi.restoreAllMocks());

const hour = 3_600_000;

describe('A process that was noted', () => {
  test('is alive while it runs', async () => {
    const { pid, startedAt } = await started();
    expect(await processAlive({ pid, startedAt })).toBe(true);
  });

  test.each([-hour, hour])('is not the one that has its number now, which began %i milliseconds apart', async (apart) => {
    const { pid, startedAt } = await started();
    expect(await processAlive({ pid, startedAt: startedAt + apart })).toBe(false);
  });

  test('is not alive once it has ended', async () => {
    const { pid, startedAt, end } = await started();
    await end();
    expect(await processAlive({ pid, startedAt })).toBe(false);
  });

  test('is alive also where another user owns it, who does not let it be signalled', async () => {
    const { pid, startedAt } = await started();
    refusingSignals('EPERM');
    expect(await processAlive({ pid, startedAt })).toBe(true);
  });

  test.skipIf(process.platform !== 'linux')('whose start cannot be read may be alive or not', async () => {
    vi.spyOn(process, 'kill').mockReturnValue(true);
    expect(await processAlive({ pid: beyondAll, startedAt: Date.now() })).toBeNull();
  });
});

/** No process has such a number: it is beyond the largest that Linux gives. */
const beyondAll = 2 ** 22 + 1;

/** A process of this test's own, noted as a job notes its launcher. */
async function started() {
  const startedAt = Date.now();
  const child = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
  await once(child, 'spawn');
  const exited = once(child, 'exit');
  const end = async () => {
    child.stdin.end();
    await exited;
  };
  onTestFinished(end);
  return { pid: child.pid!, startedAt, end };
}

function refusingSignals(code: string): void {
  vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error(code), { code });
  });
}
