import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { tlsFailure } from '../network/tlsFailure.ts';
import { notAsked } from './notAsked.ts';
import { readSmtpOffers, type SmtpOffers } from './smtpOffers.ts';

/** An SMTP server. */
export interface Smtp {
  readonly host: string;
  readonly port: number;
  /** How long one check may take, milliseconds. */
  readonly timeout: number;
}

/** Checks that an SMTP server answers, offers Integrated Windows Authentication, and encrypts. */
export async function checkSmtp({ host, port, timeout }: Smtp, call: Call): Promise<readonly CheckResult[]> {
  let offers: SmtpOffers | null = null;
  const reachable = await makeCheck({ id: 'mail-reachable', page: 'mailServer', timeout }, call, async (signal) => {
    offers = await readSmtpOffers({ host, port }, signal);
    return passed(`${host} answers on port ${port}.`, offers.greeting);
  });
  const authentication = await makeCheck({ id: 'mail-authentication', page: 'mailServer', timeout }, call, async () =>
    offers ? judgeMechanisms(host, offers) : notAsked(reachable),
  );
  const encryption = await makeCheck({ id: 'mail-encryption', page: 'mailServer', timeout }, call, async () =>
    offers ? judgeEncryption(host, offers) : notAsked(reachable),
  );
  return [reachable, authentication, encryption];
}

/** Integrated Windows Authentication is NTLM or GSSAPI; the installer sets the MIM Service up for SMTP without TLS. */
function judgeMechanisms(host: string, { before, after }: SmtpOffers): Finding {
  const offered =
    after && after.length > 0
      ? `It offers ${listed(before)} before TLS and ${listed(after)} after.`
      : `It offers ${listed(before)}.`;
  if (before.some(isIntegrated)) return passed(`${host} offers Integrated Windows Authentication.`, offered);
  if (after?.some(isIntegrated)) {
    return warning(
      'mail-unsuitable',
      `${host} offers NTLM or GSSAPI only once the connection is encrypted, and the installer sets the MIM Service up without encryption. Offer them before STARTTLS as well, or turn TLS on in the MIM Service's configuration after the installation.`,
      offered,
    );
  }
  return failed(
    'mail-unsuitable',
    `${host} offers neither NTLM nor GSSAPI, which Integrated Windows Authentication needs. ${offered} Turn one of them on at the server; a server that takes mail from this host without any sign-in may do as it is: override the check then.`,
    { field: 'authentication' },
  );
}

function judgeEncryption(host: string, { encryption }: SmtpOffers): Finding {
  if (encryption === 'none') {
    return warning(
      'mail-unsuitable',
      `${host} offers no STARTTLS: mail and sign-ins cross the network in the clear. Turn STARTTLS on at the server.`,
    );
  }
  if ('refused' in encryption) {
    return warning(
      'mail-unsuitable',
      `${host} offers STARTTLS, and then fails at it. See its log and its certificate.`,
      encryption.refused,
    );
  }
  if (encryption.distrust === null)
    return passed(`${host} offers STARTTLS, with a certificate that this host trusts.`, encryption.protocol);
  return warning(
    'certificate-untrusted',
    tlsFailure(encryption.distrust, host) ??
      `The certificate of ${host} is not trusted (${encryption.distrust}). Replace it by one that is in order.`,
  );
}

function isIntegrated(mechanism: string): boolean {
  return mechanism === 'NTLM' || mechanism === 'GSSAPI';
}

function listed(mechanisms: readonly string[]): string {
  return mechanisms.length > 0 ? mechanisms.join(', ') : 'no authentication';
}
