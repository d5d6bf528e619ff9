/** How an administrator names a SQL Server: `Server` or `Server\Instance`, either with `,port`. */
export interface ServerName {
  readonly host: string;
  readonly instance?: string;
  /** Stated in the name. It counts before the instance, as it does for the installer's own client. */
  readonly port?: number;
}

/** Reads the name apart. It was validated where it was typed in, so every text has a reading. */
export function serverNameOf(text: string): ServerName {
  const [server = '', port] = text.split(',', 2);
  const [host = '', instance] = server.split('\\', 2);
  return { host, ...(instance && { instance }), ...(port && { port: Number(port) }) };
}

/** The same server without its port: what an alias would stand for. */
export function withoutPort({ host, instance }: ServerName): string {
  return instance ? `${host}\\${instance}` : host;
}
