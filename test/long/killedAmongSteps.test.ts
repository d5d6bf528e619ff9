import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Found, SteppingOutput } from '../host/steppingOutput.ts';
import { randomOf } from './randomOf.ts';

/** How often it is killed, on all files together. */
const kills = Number(process.env['MIM_SETUP_TEST_HOST_KILLS'] ?? 400);
const files = 4;

describe('A host on its file that is killed among its steps', () => {
  it.concurrent.each(Array.from({ length: files }, (_, file) => file))(
    'has kept each step that it was told of, and nothing half: file %i',
    { timeout: 120_000 + kills * 5000 },
    async (file) => {
      const seed = Number(process.env['MIM_SETUP_TEST_SEED'] ?? randomBytes(4).readUInt32LE()) + file;
      const folder = mkdtempSync(join(tmpdir(), 'mim-setup-killed-'));
      const told = new Tellings();
      const random = randomOf(seed);
      try {
        for (let death = 0; death < kills / files; death++) {
          // Now and then while it still starts, and else within some flushes.
          await live(folder, told, random() < 0.2 ? { ms: random() * 400 } : { lines: Math.ceil(random() * 80) });
          expect(told.faults, `killed ${death + 1} times, MIM_SETUP_TEST_SEED=${seed - file}`).toEqual([]);
        }
        await live(folder, told, { lines: 1 });
        expect(told.faults, `MIM_SETUP_TEST_SEED=${seed - file}`).toEqual([]);
        expect(told.steps).toBeGreaterThan(kills);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});

const program = fileURLToPath(new URL('../host/steppingHost.js', import.meta.url));

/** Starts one, kills it after so many milliseconds, or once it has told so much beyond what it found, and hears all that it told. */
async function live(folder: string, told: Tellings, until: { readonly ms: number } | { readonly lines: number }): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const exited = once(child, 'exit');
  const timer = 'ms' in until ? setTimeout(() => child.kill('SIGKILL'), until.ms) : undefined;
  let begun = 0;
  told.begin();
  for await (const line of createInterface({ input: child.stdout! })) {
    const one = JSON.parse(line) as SteppingOutput;
    told.hear(one);
    if (!('found' in one)) begun += 1;
    if ('lines' in until && begun === until.lines) child.kill('SIGKILL');
  }
  const [, signal] = await exited;
  clearTimeout(timer);
  expect(signal, errors).toBe('SIGKILL');
}

/** What was told so far, and where what is found contradicts it. */
class Tellings {
  readonly faults: string[] = [];
  readonly #revisions = new Map<string, number>();
  readonly #leaving = new Set<string>();
  #found = new Set<string>();
  steps = 0;

  /** A host begins to look at what there is. */
  begin(): void {
    this.#found = new Set();
  }

  hear(told: SteppingOutput): void {
    if ('stepped' in told) {
      this.#revisions.set(told.stepped, told.revision);
      this.steps += 1;
    } else if ('leaves' in told) this.#leaving.add(told.leaves);
    else if ('gone' in told) this.#revisions.delete(told.gone);
    else if (told.found === null) this.#missed();
    else this.#compare(told);
  }

  #compare({ found, revision, entries, broken }: Found): void {
    this.#found.add(found);
    const known = this.#revisions.get(found);
    const isGone = known === undefined && this.#leaving.has(found);
    if (isGone) this.faults.push(`${found} was deleted, and is there.`);
    // The step that it was killed in may have been taken.
    if (known !== undefined && revision !== known && revision !== known + 1)
      this.faults.push(`${found} is at ${revision}, and was told ${known}.`);
    if (entries !== revision) this.faults.push(`${found} is at ${revision}, and its journal has ${entries} entries.`);
    if (broken !== null) this.faults.push(`${found}: ${broken}`);
    this.#revisions.set(found, revision);
  }

  #missed(): void {
    for (const id of this.#revisions.keys()) {
      if (this.#found.has(id)) continue;
      if (!this.#leaving.has(id)) this.faults.push(`${id} is not there.`);
      this.#revisions.delete(id);
    }
  }
}
