import type { PowerShellSettings } from '../powershell/powershell.ts';
import { type Resolve, resolveBySystem } from './addresses.ts';

/** How servers are looked for. */
export interface NetworkSettings extends PowerShellSettings {
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
  /** Ports of the servers, where they are not the usual ones. */
  readonly ports?: Partial<typeof ports>;
  /** How names are resolved, where not as the system does it. */
  readonly resolve?: Resolve;
}

/** The settings with nothing left open. */
export type SettledNetwork = PowerShellSettings & {
  readonly timeout: number;
  readonly ports: typeof ports;
  readonly resolve: Resolve;
};

/** The settings, with the usual ports and the system's own resolver where they name none. */
export function settledNetwork(settings: NetworkSettings): SettledNetwork {
  return { ...settings, ports: { ...ports, ...settings.ports }, resolve: settings.resolve ?? resolveBySystem };
}

const ports = {
  /** System Center Data Access Service, on the Service Manager management server. */
  serviceManager: 5724,
  /** The RPC endpoint mapper, by which the installer asks the Synchronization Service. */
  rpc: 135,
  /** The MIM Service. */
  mimService: 5725,
};
