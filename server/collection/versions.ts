import { arch, release, type, version } from 'node:os';
import { chartVersion } from '../host/chartVersion.ts';
import type { RunnerView } from '../runner/runnerView.ts';
import { ownVersion } from '../runner/version.ts';
import type { Making } from './making.ts';

/** What ran where. */
export async function versionsOf({ about, saved, runners }: Making): Promise<object> {
  const runner = saved.runner === null ? null : await runners.find(saved.runner);
  return {
    mimSetup: ownVersion,
    node: process.version,
    system: { type: type(), release: release(), version: version(), architecture: arch() },
    storage: about.storage,
    chart: { ofService: chartVersion, ofInstallation: saved.chart },
    runner: runner ? aboutRunner(runner) : saved.runner,
  };
}

function aboutRunner({ name, state, seenAt, about, note }: RunnerView): object {
  return { name, state, seenAt, ...about, note };
}
