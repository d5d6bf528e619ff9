import { parentPort } from 'node:worker_threads';
import { chart } from './chart.ts';
import { layOut } from './layout.ts';

// Laying out takes the processor for a second or two; the service goes on serving meanwhile.
parentPort?.postMessage(await layOut(chart));
