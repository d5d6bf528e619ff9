import { type Finding, passed, warning } from '../checks/finding.ts';
import { codeOf } from '../network/connectionFailure.ts';
import type { SeenEncryption } from './seenEncryption.ts';

/**
 * Whether passwords and data cross the network unreadable, and the server has proved its identity; `null` is one that does not
 * encrypt.
 */
export function encryptionFinding(seen: SeenEncryption | null): Finding {
  if (seen === null) {
    return unsafe(
      'The server offers no encryption: everything, a password of "Check with another account" among it, crosses the network in plain text. Give the server a certificate (SQL Server Configuration Manager, Protocols).',
    );
  }
  const { protocol, outdated, distrust } = seen;
  if (outdated) return unsafe(outdatedWay(protocol), distrust?.message);
  if (distrust === null) return passed('The connection is encrypted, and the server has proved who it is.', protocol);
  if (codeOf(distrust) === 'UNSPECIFIED') return unsafe(tooWeak, distrust.message);
  return unsafe(
    'The connection is encrypted, but nothing proves that the server is the right one: its certificate is not from an authority that this computer trusts, or names another computer. Give the server a certificate of an authority of yours.',
    distrust.message,
  );
}

/**
 * TLS 1.2 came to SQL Server 2012 and 2014 by an update ("TLS 1.2 support for Microsoft SQL Server", KB3135244); the certificate
 * that a server before 2017 makes for itself is signed with SHA-1 ("Configure SQL Server Database Engine for encryption").
 */
function outdatedWay(protocol: string): string {
  const only = /^TLSv1(\.1)?$/.test(protocol)
    ? `it speaks nothing newer than ${protocol.replace('v', ' ').replace(/ 1$/, ' 1.0')}. Install the update that brings TLS 1.2 to it (KB3135244), and turn TLS 1.2 on in Windows; without it, an installation on a server that allows nothing else fails`
    : 'its certificate is signed with SHA-1, as the one is that SQL Server 2012 to 2016 make for themselves. Give it one that is signed with SHA-256 (SQL Server Configuration Manager, Protocols), and restart it';
  return `The server encrypts only in a way that is no longer safe: ${only}. For this check alone it was accepted.`;
}

const tooWeak =
  'The connection is encrypted, but the certificate is too weak to prove who the server is. Give the server one with an RSA key of 2048 bits or more, signed with SHA-256 (SQL Server Configuration Manager, Protocols), and restart it.';

function unsafe(message: string, detail?: string): Finding {
  return warning('database-unsuitable', message, detail);
}
