import { z } from 'zod';
import { type Finding, failed, passed } from '../checks/finding.ts';
import { askPowerShell, listOf, type PowerShellSettings, unlessSilent } from '../powershell/powershell.ts';

/** Whether something else on this server has a host name and port already. Only the server itself can tell. */
export function findPortUse({ host, port }: Address, settings: PowerShellSettings, signal: AbortSignal): Promise<Finding> {
  return unlessSilent(
    async () => judgePortUse({ host, port }, await askPowerShell(script, { port }, portUse, settings, signal)),
    `On the server, see that no site has them: Get-WebBinding -Port ${port}; and no other program: Get-NetTCPConnection -State Listen -LocalPort ${port}.`,
  );
}

/** The host name and port that a site is to have. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** What `portUse.ps1` answers. */
export const portUse = z.strictObject({
  /** Processes that listen on the port. Sites of IIS are served by the system itself, process 4. */
  listeners: listOf(z.strictObject({ process: z.int(), name: z.string() })),
  /** Bindings of IIS for the port, such as `*:80:pwreg.contoso.com`; null without IIS. */
  bindings: listOf(z.strictObject({ site: z.string(), protocol: z.string(), binding: z.string() })).nullable(),
});

/** One port serves many sites of IIS, told apart by host name: only another program, or a site of the same name, is in the way. */
export function judgePortUse({ host, port }: Address, { listeners, bindings }: z.output<typeof portUse>): Finding {
  const program = listeners.find(({ process }) => process !== system);
  if (program) {
    return taken(
      `Port ${port} is taken by the program ${program.name} (process ${program.process}). Choose another port, or stop that program.`,
    );
  }
  const site = bindings?.find(({ binding }) => hostOf(binding) === host.toLowerCase());
  if (!site) return passed(`On this server nothing has it on port ${port}.`);
  if (ownSite.test(site.site)) return passed(`The site ${site.site} of an earlier installation has it on port ${port}.`);
  return taken(
    `The site ${site.site} of IIS has ${host} on port ${port} already. Choose another host name or port, or remove that binding.`,
  );
}

const script = new URL('./portUse.ps1', import.meta.url);
const system = 4;
const ownSite = /^(MIM|FIM|Microsoft Identity Manager|Forefront Identity Manager)\b.*\bPassword\b.*\b(Registration|Reset)\b/i;

/** `address:port:host`; the address may be one of IPv6, in brackets. */
function hostOf(binding: string): string {
  return binding.slice(binding.lastIndexOf(':') + 1).toLowerCase();
}

/** The failure that a site's port is taken. */
export function taken(message: string): Finding {
  return failed('port-taken', message, { field: 'port' });
}
