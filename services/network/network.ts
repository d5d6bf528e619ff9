import type { PowerShellSettings } from '../host/powershell.ts';
import { type Resolve, resolveBySystem } from './addresses.ts';
import { passwordPortal, passwordPortalService } from './passwordPortal.ts';
import { reportingServer } from './reportingServer.ts';
import { serviceAddress } from './serviceAddress.ts';
import { synchronizationServer } from './synchronizationServer.ts';

/** Checks that the servers which the answers name can be found, and answer where they should; by page. */
export function createNetwork(settings: NetworkSettings) {
  const network = { ...settings, ports: { ...ports, ...settings.ports }, resolve: settings.resolve ?? resolveBySystem };
  return {
    reportingServer: reportingServer(network),
    synchronizationServer: synchronizationServer(network),
    serviceAddress: serviceAddress(network),
    registrationPortal: passwordPortal('registrationPortal', 'registration-portal-address', network),
    registrationPortalService: passwordPortalService('registrationPortalService', 'registration-portal-service', network),
    resetPortal: passwordPortal('resetPortal', 'reset-portal-address', network),
    resetPortalService: passwordPortalService('resetPortalService', 'reset-portal-service', network),
  };
}

export interface NetworkSettings extends PowerShellSettings {
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
  /** Ports of the servers, where they are not the usual ones. */
  readonly ports?: Partial<typeof ports>;
  /** How names are resolved, where not as the system does it. */
  readonly resolve?: Resolve;
}

/** The settings with nothing left open. */
export type Network = PowerShellSettings & {
  readonly timeout: number;
  readonly ports: typeof ports;
  readonly resolve: Resolve;
};

const ports = {
  /** System Center Data Access Service, on the Service Manager management server. */
  serviceManager: 5724,
  /** The RPC endpoint mapper, by which the installer asks the Synchronization Service. */
  rpc: 135,
  /** The MIM Service. */
  mimService: 5725,
};
