import { passwordPortal, passwordPortalService } from './passwordPortal.ts';
import { reportingServer } from './reportingServer.ts';
import { serviceAddress } from './serviceAddress.ts';
import { type NetworkSettings, settledNetwork } from './settings.ts';
import { synchronizationServer } from './synchronizationServer.ts';

/** The checks that the servers which the answers name can be found, and answer where they should; by page. */
export function networkChecks(settings: NetworkSettings) {
  const network = settledNetwork(settings);
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
