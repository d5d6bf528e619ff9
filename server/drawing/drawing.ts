import { Worker } from 'node:worker_threads';
import { chart } from './chart.ts';
import type { Highlights } from './highlights.ts';
import type { Layout } from './layout.ts';
import { drawSvg } from './svg.ts';

let laid: Promise<Layout> | undefined;

/** The drawing of the chart as SVG; with marks, of an installation on it. It is laid out once, when it is first asked for. */
export async function drawing(marks?: Highlights): Promise<string> {
  laid ??= layOutInThread().catch((error: unknown) => {
    laid = undefined;
    throw error;
  });
  return drawSvg(chart, await laid, marks);
}

function layOutInThread(): Promise<Layout> {
  const worker = new Worker(new URL('./layoutThread.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Layout>();
  worker.once('message', resolve).once('error', reject);
  worker.once('exit', () => reject(new Error('Laying out ended without a layout.')));
  return promise;
}
