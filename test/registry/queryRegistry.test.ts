import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { queryRegistry } from '../../services/registry/queryRegistry.ts';

const key = 'HKLM\\SOFTWARE\\Contoso';

/** In the place of `reg`, Node with a program of one line. */
const node = (line: string) => [process.execPath, '-e', line];
const echo = node('process.stdout.write(process.argv.slice(1).join(" | "))');

describe('A question to the registry', () => {
  test.each([
    [{ key }, `query | ${key}`],
    [{ key, value: 'A name' }, `query | ${key} | /v | A name`],
    [{ key, view: 32 } as const, `query | ${key} | /reg:32`],
  ])('%j is what reg is asked, and what it prints is the answer', async (question, printed) => {
    expect(await queryRegistry(question, { program: echo })).toBe(printed);
  });

  test('about what is not there has the answer null', async () => {
    expect(await queryRegistry({ key }, { program: node('process.exit(1)') })).toBeNull();
  });

  test.each([
    ['fails', node('process.exit(2)')],
    ['is not there', ['/nowhere/reg']],
  ])('has no answer where reg %s', async (_, program) => {
    expect(await queryRegistry({ key }, { program })).toBeUndefined();
  });
});

describe.skipIf(process.platform === 'win32')('A registry that does not answer', () => {
  test('is given up after a time, and leaves no process behind', async () => {
    const { program, pid } = silent();
    expect(await queryRegistry({ key }, { program, timeout: 500 })).toBeUndefined();
    await vi.waitFor(() => expect(isAlive(pid())).toBe(false));
  });

  test('is given up when the check that asks is called off, and leaves no process behind', async () => {
    const { program, isThere, pid } = silent();
    const abort = new AbortController();
    const asked = queryRegistry({ key }, { program, signal: abort.signal });
    await vi.waitFor(() => expect(isThere()).toBe(true), { timeout: 10_000 });
    abort.abort(new Error('called off'));
    await expect(asked).rejects.toThrow('called off');
    await vi.waitFor(() => expect(isAlive(pid())).toBe(false));
  });
});

/** A program that notes its number, and then says nothing for a minute. */
function silent() {
  const folder = mkdtempSync(join(tmpdir(), 'mim-setup-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'pid');
  const isThere = () => existsSync(file) && readFileSync(file, 'utf8').endsWith('\n');
  return {
    program: ['sh', '-c', `echo $$ > '${file}'; exec sleep 60`],
    isThere,
    pid: () => Number(readFileSync(file, 'utf8')),
  };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
