/** Accounts, and host names with their ports, that pages have taken: no other page may have them as well. */
export interface Claims {
  readonly serviceAccount?: string | undefined;
  readonly managementAgentAccount?: string | undefined;
  readonly sharePointSite?: string | undefined;
  readonly registrationPortal?: string | undefined;
  readonly resetPortal?: string | undefined;
}

/**
 * An account in a form to be compared: however it is written, the same account comes out the same. Of its domain only the first label
 * counts, since `contoso` and `contoso.com` are the same domain wherever nobody has renamed one.
 *
 * @example accountKey('Contoso.com', 'svcMIMMA') // 'contoso\\svcmimma'
 */
export function accountKey(domain: string, name: string): string {
  return `${domain.split('.')[0]}\\${name}`.toLowerCase();
}

/** The same for an account that is written `Domain\Account`. */
export function accountKeyOf(text: string): string {
  const [domain = '', name = ''] = text.split('\\', 2);
  return accountKey(domain, name);
}

/** A host name and a port in a form to be compared: by the two of them, a web server tells its sites apart. */
export function siteKey(host: string, port: number): string {
  return `${host.toLowerCase()}:${port}`;
}

/** The same for a web address, with the port of its scheme where it names none; undefined for a text that is no address. */
export function siteKeyOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  return siteKey(hostname, Number(port || (protocol === 'https:' ? 443 : 80)));
}
