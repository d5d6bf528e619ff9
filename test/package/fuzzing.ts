import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { decodePackage } from '../../services/package/decodePackage.ts';

/** What the thread is to do: damage this package so often, from this seed. */
export interface Fuzzing {
  readonly path: string;
  readonly runs: number;
  readonly seed: number;
  /** The way to one case of that seed. */
  readonly way: string | undefined;
}

/** How often a damaged package was still read, how often it was refused, and what went wrong otherwise. */
export interface Fuzzed {
  readonly taken: number;
  readonly refused: number;
  readonly failure: string | null;
}

/** Runs in a thread of its own, so that a reader that hangs is seen as one. */
if (parentPort) parentPort.postMessage(fuzz(workerData as Fuzzing));

function fuzz({ path, runs, seed, way }: Fuzzing): Fuzzed {
  const original = readFileSync(path);
  let taken = 0;
  let refused = 0;
  const sound = fc.property(fc.array(damageTo(original), { minLength: 1, maxLength: 6 }), (damages) => {
    const file = damages.reduce<Buffer>(apply, Buffer.from(original));
    try {
      decodePackage(file);
      taken++;
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'package-unsuitable') throw error;
      refused++;
    }
  });
  const result = fc.check(sound, { numRuns: runs, seed, ...(way && { path: way }) });
  return { taken, refused, failure: fc.defaultReportMessage(result) ?? null };
}

type Damage =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'splice'; readonly at: number; readonly from: number; readonly length: number }
  | { readonly kind: 'cut'; readonly length: number };

/** Damage anywhere, and with preference where the container keeps its numbers. */
function damageTo(file: Buffer): fc.Arbitrary<Damage> {
  const anywhere = fc.nat(file.length - 4);
  const inSector = (sector: number) => fc.nat(127).map((word) => (sector + 1) * 512 + 4 * word);
  const at = fc.oneof(
    anywhere,
    fc.nat(127).map((word) => 4 * word),
    inSector(file.readInt32LE(0x30)),
    inSector(file.readInt32LE(0x3c)),
    inSector(file.readInt32LE(0x4c)),
  );
  const value = fc.oneof(
    fc.nat(file.length / 512),
    fc.constantFrom(-4, -3, -2, -1, 4095, 4096, 0x7fffffff, -0x80000000),
    fc.integer(),
  );
  return fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('flip' as const), at, bit: fc.nat(7) }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('number' as const), at, value }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('splice' as const), at, from: anywhere, length: fc.nat(2048) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('cut' as const), length: fc.nat(file.length) }) },
  );
}

function apply(file: Buffer, damage: Damage): Buffer {
  if (damage.kind === 'cut') return file.subarray(0, damage.length);
  if (damage.at + 4 > file.length) return file;
  if (damage.kind === 'flip') file[damage.at]! ^= 1 << damage.bit;
  if (damage.kind === 'number') file.writeInt32LE(damage.value, damage.at);
  if (damage.kind === 'splice') file.copyWithin(damage.at, damage.from, damage.from + damage.length);
  return file;
}
