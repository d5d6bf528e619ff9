import { queryRegistry } from '../registry/queryRegistry.ts';
import type { ServerName } from './serverName.ts';

/** Looks up a SQL alias of this computer by name; null where there is none. */
export type FindAlias = (name: string, signal: AbortSignal) => Promise<ServerName | null>;

/** The aliases of this computer; away from Windows there are none. */
export const aliasHere: FindAlias = (name, signal) =>
  process.platform === 'win32' ? aliasOnWindows(name, signal) : Promise.resolve(null);

/** The alias in what `reg query` prints; null for one of another protocol than TCP/IP, which is as good as none. */
export function aliasIn(output: string): ServerName | null {
  const [, server = '', port] = /REG_SZ\s+DBMSSOCN,([^,\r\n]+)(?:,(\d+))?/.exec(output) ?? [];
  const [host = '', instance] = server.trim().split('\\', 2);
  if (!host) return null;
  return { host, ...(instance && { instance }), ...(port && { port: Number(port) }) };
}

/**
 * Reads the alias where Windows' own client finds it: `cliconfg` writes a value such as `DBMSSOCN,sql01.contoso.com,49172`
 * for TCP/IP to the registry.
 */
const aliasOnWindows: FindAlias = async (name, signal) => {
  const key = 'HKLM\\SOFTWARE\\Microsoft\\MSSQLServer\\Client\\ConnectTo';
  const found = await queryRegistry({ key, value: name }, { signal });
  return found ? aliasIn(found) : null;
};
