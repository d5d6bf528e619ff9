import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { decodePackage } from './decodePackage.ts';
import type { PackageInfo } from './packageInfo.ts';
import { damaged } from './unsuitablePackage.ts';

/** What the reading thread says before it ends. What keeps it from reading the file at all is thrown instead. */
export type Reading = { readonly info: PackageInfo } | { readonly problem: string };

parentPort?.postMessage(read(workerData as { readonly path: string }));

function read({ path }: { readonly path: string }): Reading {
  const file = readFileSync(path);
  try {
    return { info: decodePackage(file) };
  } catch (cause) {
    const problem = cause instanceof Problem ? cause : damaged('it cannot be made sense of', { cause });
    return { problem: problem.message };
  }
}
