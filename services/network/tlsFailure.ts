/**
 * Why TLS does not trust the other side, in words that say what to do, by OpenSSL's and Node's code for it (Node's documentation
 * of TLS, "X509 certificate error codes"); null for a code that is not about trust.
 */
export function tlsFailure(code: string, host: string): string | null {
  const reason = reasons[code];
  if (reason) return reason(host);
  return code.startsWith('CERT_') ? `The certificate of ${host} is refused (${code}). Replace it by one that is in order.` : null;
}

/** Whether a code of OpenSSL or Node says that the other side's certificate is not trusted. */
export function isDistrust(code: string): boolean {
  return tlsFailure(code, '') !== null;
}

const makeKnown =
  'Where it is right, make it known here: import it into the trusted roots of this host, or name a file with it in NODE_EXTRA_CA_CERTS, and start this service again.';

const reasons: Readonly<Record<string, (host: string) => string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: (host) =>
    `The certificate of ${host} is self-signed. Have one issued by an authority that this host trusts. ${makeKnown}`,
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  CERT_UNTRUSTED: unknownIssuer,
  CERT_HAS_EXPIRED: (host) => `The certificate of ${host}, or of its issuer, has expired. Renew it.`,
  CERT_NOT_YET_VALID: (host) =>
    `The certificate of ${host} is not valid yet. See that the clocks of both sides are right, or wait until it is.`,
  CERT_REVOKED: (host) => `The certificate of ${host} has been revoked. Replace it.`,
  // OpenSSL's reasons that have no code of their own in Node: keys and signatures that are too weak, by its level of security.
  UNSPECIFIED: (host) =>
    `The certificate of ${host}, or of its issuer, is too weak: its key is too short, or it is signed with SHA-1 or MD5. Replace it by one with an RSA key of 2048 bits or more, signed with SHA-256.`,
  ERR_TLS_CERT_ALTNAME_INVALID: (host) =>
    `The certificate of ${host} is issued to another name. Enter the name that it is issued to, or have one issued to ${host}.`,
};

function unknownIssuer(host: string): string {
  return `The certificate of ${host} is issued by an authority that this host does not know, or its chain is incomplete. ${makeKnown}`;
}
