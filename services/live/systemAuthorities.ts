import * as tls from 'node:tls';

/**
 * Lets this process trust the authorities that the system trusts, beside Node's own: a company's servers have their
 * certificates from an authority that its computers know, and Node alone does not. Older versions of Node (before 22.19) can't
 * learn of them at run time; there `--use-system-ca` or `NODE_EXTRA_CA_CERTS` is left.
 */
export function trustSystemAuthorities(): void {
  if (typeof tls.setDefaultCACertificates !== 'function') return;
  try {
    const known = tls.getCACertificates('default');
    const all = new Set([...known, ...tls.getCACertificates('system')]);
    if (all.size > known.length) tls.setDefaultCACertificates([...all]);
  } catch {
    // A store that can't be read leaves things as they were; a check then says whose certificate is not trusted.
  }
}
