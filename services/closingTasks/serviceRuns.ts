import { z } from 'zod';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { type Finding, failed, passed, unavailable } from '../checks/finding.ts';
import { addressesOf, type Resolve } from '../network/addresses.ts';
import { tryConnection } from '../network/tryConnection.ts';
import { askPowerShell, type PowerShellSettings, Silent } from '../powershell/powershell.ts';

/** Where the MIM Service should answer. */
export interface ServiceAddress {
  readonly host: string;
  readonly port: number;
  readonly resolve: Resolve;
}

/** Whether the MIM Service runs on this host and answers on its port. Where this host can't tell, the port alone is tried. */
export async function findService(address: ServiceAddress, settings: PowerShellSettings, signal: AbortSignal): Promise<Finding> {
  const state = await askPowerShell(script, {}, service, settings, signal).catch((error: unknown) => {
    if (error instanceof Silent) return error;
    throw error;
  });
  if (!(state instanceof Silent)) {
    const fault = faultOf(state);
    if (fault) return fault;
  }

  const { host, port, resolve } = address;
  await tryConnection({ host, addresses: await addressesOf(host, resolve), port }, signal).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem(error.code, `${error.message} ${startUp}`, { cause: error.cause }) : error;
  });
  if (state instanceof Silent) {
    return unavailable(
      `${host} answers on port ${port}. ${state.message} On the server, see that it is running: Get-Service FIMService.`,
    );
  }
  return passed(`The service FIMService is running, and ${host} answers on port ${port}.`);
}

/** What `serviceRuns.ps1` answers: the status as .NET names it (ServiceControllerStatus), null where there is no such service. */
export const service = z.strictObject({ status: z.string().nullable() });

const script = new URL('./serviceRuns.ps1', import.meta.url);
const startUp =
  'If the service has just been started, leave it a minute, then try again; see also the log "Forefront Identity Manager" of the Event Viewer.';

function faultOf({ status }: z.output<typeof service>): Finding | null {
  if (status === 'Running') return null;
  if (status === null)
    return failed('host-unsuitable', 'There is no service FIMService on this host. See that the installation ended well.');
  return failed(
    'host-unsuitable',
    `The service FIMService is not running; it is ${status}. Start it (Start-Service FIMService), and see the Event Viewer if it does not stay up.`,
  );
}
