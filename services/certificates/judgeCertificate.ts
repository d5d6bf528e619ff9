import { z } from 'zod';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { listOf } from '../powershell/powershell.ts';

/** What `certificates.ps1` answers. */
export const certificates = z.strictObject({
  /** This computer's full name. */
  computer: z.string().min(1),
  certificates: listOf(
    z.strictObject({
      thumbprint: z.string().regex(/^[0-9A-F]{40}$/i),
      subject: z.string(),
      names: listOf(z.string()),
      notBefore: z.iso.datetime(),
      notAfter: z.iso.datetime(),
      hasPrivateKey: z.boolean(),
    }),
  ),
});

type Certificate = z.output<typeof certificates>['certificates'][number];

/** The certificate that the page `certificate` names, and what it has to suit. */
export interface WantedCertificate {
  /** A whole distinguished name, or the common name alone, with or without `CN=`. */
  readonly subject: string;
  /** In hexadecimal, in whatever case. Left out, the subject has to be that of one certificate alone. */
  readonly thumbprint?: string | undefined;
  /** With MIM Reporting the subject has to carry the host name of the server. */
  readonly reporting: boolean;
  /** The name by which clients reach the MIM Service, where it is known already. */
  readonly serviceAddress?: string | undefined;
}

/**
 * Whether the chosen certificate is in the store, is valid at `now`, has its private key and is the only one that the installer
 * could take; with MIM Reporting, whether its subject carries the server's name. It warns 30 days before the certificate expires.
 */
export function judgeCertificate(wanted: WantedCertificate, store: z.output<typeof certificates>, now: Date): Finding {
  const { subject, thumbprint, reporting, serviceAddress } = wanted;
  const found = store.certificates.filter((one) => hasSubject(one, subject));
  const chosen = thumbprint ? found.filter((one) => one.thumbprint.toLowerCase() === thumbprint.toLowerCase()) : found;
  const [first] = chosen;
  if (!first) return absent(wanted, store.certificates, found);

  const faults = chosen.map((one) => faultOf(one, now));
  const usable = chosen.filter((_, index) => faults[index] === null);
  const [certificate] = usable;
  if (!certificate) return unsuitable(`The certificate "${first.subject}" (${first.thumbprint}) ${faults[0]}`);
  if (usable.length > 1) {
    return unsuitable(
      `${usable.length} certificates of the store have the subject ${subject}: ${usable.map((one) => one.thumbprint).join(', ')}. Enter the thumbprint of the right one, and take the others away: the installer goes by the subject.`,
      'thumbprint',
    );
  }
  const hosts = [store.computer, ...(serviceAddress ? [serviceAddress] : [])];
  if (reporting && !hosts.some((host) => carries([commonNameOf(certificate.subject)], host))) {
    return withoutHost(certificate, hosts);
  }
  const days = Math.floor((Date.parse(certificate.notAfter) - now.getTime()) / day);
  if (days < 30) {
    const [name, date] = [certificate.subject, dayOf(certificate.notAfter)];
    return warning(
      'certificate-unsuitable',
      days === 1
        ? `The certificate "${name}" expires in 1 day, on ${date}. Renew it soon.`
        : `The certificate "${name}" expires in ${days} days, on ${date}. Renew it soon.`,
    );
  }
  return passed(
    `The certificate "${certificate.subject}" is in the store, has its private key, and is valid until ${dayOf(certificate.notAfter)}.`,
    certificate.thumbprint,
  );
}

const day = 86_400_000;

function absent({ subject, thumbprint }: WantedCertificate, all: readonly Certificate[], found: readonly Certificate[]): Finding {
  if (thumbprint && found.length > 0) {
    const present = found.map((one) => one.thumbprint).join(', ');
    return unsuitable(
      found.length === 1
        ? `No certificate with the subject ${subject} has the thumbprint ${thumbprint}; there is ${present}. Enter the right one.`
        : `No certificate with the subject ${subject} has the thumbprint ${thumbprint}; there are ${present}. Enter the right one.`,
      'thumbprint',
    );
  }
  const there = all
    .map((one) => one.subject)
    .slice(0, 10)
    .join('; ');
  return unsuitable(
    `The store of the computer (LocalMachine, Personal) has no certificate with the subject ${subject}. ${there ? `It has: ${there}.` : 'It is empty.'} Import it with its private key, or choose another.`,
  );
}

/** What keeps a certificate from being used, as the end of a sentence; null where nothing does. */
function faultOf({ notBefore, notAfter, hasPrivateKey }: Certificate, now: Date): string | null {
  if (now.getTime() > Date.parse(notAfter)) return `expired on ${dayOf(notAfter)}. Renew it, or choose another.`;
  if (now.getTime() < Date.parse(notBefore))
    return `is not valid before ${dayOf(notBefore)}. See that the clock is right, or choose another.`;
  if (!hasPrivateKey) return 'has no private key in the store. Import it again together with its key, or choose another.';
  return null;
}

/** Of an ISO 8601 time. */
function dayOf(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}

/** Given as a whole distinguished name, or as the common name alone, with or without `CN=`. */
function hasSubject({ subject }: Certificate, wanted: string): boolean {
  const text = wanted.trim().toLowerCase();
  return subject.toLowerCase() === text || commonNameOf(subject) === text.replace(/^cn=/, '');
}

function withoutHost(certificate: Certificate, hosts: readonly string[]): Finding {
  const what = `"${certificate.subject}" does not carry the host name of this server (${hosts.join(', ')})`;
  if (hosts.some((host) => carries(certificate.names, host))) {
    return warning(
      'certificate-unsuitable',
      `The subject ${what}, only its alternative names do. MIM Reporting may need it in the subject: with TLS 1.2 alone, choose a certificate that is issued to this server.`,
    );
  }
  return unsuitable(`The subject ${what}, which MIM Reporting needs. Choose a certificate that is issued to it.`);
}

function carries(names: readonly string[], host: string): boolean {
  return names.some((name) => {
    const pattern = name.toLowerCase();
    return pattern === host.toLowerCase() || (pattern.startsWith('*.') && pattern.slice(2) === domainOf(host));
  });
}

function commonNameOf(subject: string): string {
  return /(?:^|,\s*)CN=("(?:[^"]|"")*"|[^,]*)/i.exec(subject)?.[1]?.replaceAll('"', '').trim().toLowerCase() ?? '';
}

function domainOf(host: string): string {
  return host.slice(host.indexOf('.') + 1).toLowerCase();
}

function unsuitable(message: string, field = 'subject'): Finding {
  return failed('certificate-unsuitable', message, { field });
}
