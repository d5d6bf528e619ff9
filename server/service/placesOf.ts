import { hostname } from 'node:os';
import type { Configuration } from '../configuration/configuration.ts';
import type { HostSettings } from '../host/hostSettings.ts';
import { needsRunner } from '../runner/needsRunner.ts';
import { placeOfRunner } from '../runner/presence.ts';

/**
 * What a runner is to do waits for it. Where several services share a database, an installer without one runs on the host whose
 * service was asked for it, and on no other.
 */
export function placesOf({ database, runners }: Configuration): Pick<HostSettings, 'places' | 'placeOf'> {
  const here = database === undefined ? null : hostname();
  const isBoundToHost = (service: string) => service === 'install' || service === 'stopInstaller';
  return {
    places: here === null ? [] : [here],
    placeOf(effect, { mode, runner }) {
      if (mode !== 'live') return null;
      if (runner !== null) return needsRunner(effect, runners.madeHere) ? placeOfRunner(runner) : null;
      return isBoundToHost(effect.service) ? here : null;
    },
  };
}
