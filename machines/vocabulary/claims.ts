/** What a page of the answers has for itself, so that no other page may have it too: accounts, and host names with ports. */
export interface Claims {
  readonly serviceAccount?: string | undefined;
  readonly managementAgentAccount?: string | undefined;
  readonly sharePointSite?: string | undefined;
  readonly registrationPortal?: string | undefined;
  readonly resetPortal?: string | undefined;
}

/**
 * An account by which two of them are the same one, however they are written: the domain by its first label, since `contoso` and
 * `contoso.com` are the same domain wherever nobody has renamed one.
 */
export function accountKey(domain: string, name: string): string {
  return `${domain.split('.')[0]}\\${name}`.toLowerCase();
}

/** The same of `Domain\Account`. */
export function accountKeyOf(text: string): string {
  const [domain = '', name = ''] = text.split('\\', 2);
  return accountKey(domain, name);
}

/** A host name and a port, as a web server tells its sites apart. */
export function siteKey(host: string, port: number): string {
  return `${host.toLowerCase()}:${port}`;
}

/** The same of an address; nothing for one that is none. */
export function siteKeyOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname, port } = new URL(url);
  return siteKey(hostname, Number(port || (protocol === 'https:' ? 443 : 80)));
}
