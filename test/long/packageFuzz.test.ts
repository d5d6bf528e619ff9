import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { decodeStreams } from '../../services/package/decodePackage.ts';
import { readPackage } from '../../services/package/readPackage.ts';
import { encodeTables } from '../package/encodeTables.ts';
import type { Fuzzed, Fuzzing } from '../package/fuzzing.ts';
import { packageToolsMissing } from '../peers/package/packageTools.ts';
import { buildStandIn } from '../peers/package/standIn.ts';
import { runs } from '../properties/settings.ts';

// Where the peer is missing the suite is skipped by name; in CI that is a failure.
const skipped = packageToolsMissing !== null && !process.env['CI'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mim-setup-fuzz-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.skipIf(skipped)(`The package reader (${packageToolsMissing ?? 'wixl installed'})`, () => {
  test('reads or refuses every damaged package, and comes to an end with each', async () => {
    const path = await buildStandIn(folder);
    const { taken, refused, failure } = await fuzz({ path, runs: runs(4000), ...beginning() });
    expect(failure).toBeNull();
    expect(taken).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(taken);
  }, 120_000);
});

describe('The package reader', () => {
  test('refuses every file that is only noise', async () => {
    const path = join(folder, 'noise.msi');
    const noise = fc.uint8Array({ minLength: 1, maxLength: 4096 });
    await fc.assert(
      fc.asyncProperty(noise, fc.boolean(), async (bytes, withSignature) => {
        await writeFile(path, withSignature ? Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), bytes]) : bytes);
        await expect(readPackage(path)).rejects.toMatchObject({ code: 'package-unsuitable' });
      }),
      { numRuns: runs(15), interruptAfterTimeLimit: 20_000 },
    );
  });

  test('reads or refuses tables with any content', () => {
    const name = fc.constantFrom('Property', 'Feature', 'Control', 'ControlEvent', 'ComboBox', 'CustomAction', '_Columns');
    const noise = fc.uint8Array({ maxLength: 256 });
    const tables = fc.dictionary(name, noise);
    fc.assert(
      fc.property(tables, noise, noise, fc.boolean(), (tables, pool, data, soundStrings) => {
        const streams = encodeTables({
          Property: { columns: ['Property', 'Value'], rows: [['ProductName', 'A product']] },
          Feature: { columns: ['Feature', 'Level'], rows: [['A', 1]] },
          Control: { columns: ['Dialog_', 'Control', 'Type', 'Property', 'Text'], rows: [['D', 'C', 'Edit', 'P', 'T']] },
        });
        for (const [table, bytes] of Object.entries(tables)) streams.set(`!${table}`, bytes);
        if (!soundStrings) streams.set('!_StringPool', pool).set('!_StringData', data);
        try {
          decodeStreams(streams);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: runs(3000), interruptAfterTimeLimit: 20_000 },
    );
  });
});

/** Where the properties of the other tests begin, too; else another seed in each run, which a failure names. */
function beginning(): Pick<Fuzzing, 'seed' | 'way'> {
  const { seed = Date.now() % 2 ** 31 } = fc.readConfigureGlobal();
  return { seed, way: process.env['MIM_SETUP_TEST_PATH'] };
}

function fuzz(fuzzing: Fuzzing): Promise<Fuzzed> {
  const worker = new Worker(new URL('../package/fuzzing.ts', import.meta.url), {
    workerData: fuzzing,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Fuzzed>();
  const hung = setTimeout(() => reject(new Error(`The reader hangs on a package made with seed ${fuzzing.seed}.`)), 100_000);
  worker.on('message', resolve);
  worker.on('error', reject);
  return promise.finally(() => {
    clearTimeout(hung);
    return worker.terminate();
  });
}
