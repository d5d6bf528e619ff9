import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { askPowerShell, unlessSilent } from '../powershell/powershell.ts';
import { certificates, judgeCertificate } from './judgeCertificate.ts';
import type { CertificateSettings } from './settings.ts';

/** Checks a certificate that is chosen from this computer's store (LocalMachine, Personal), which only Windows has. */
export function certificateChecks({ timeout, ...settings }: CertificateSettings) {
  return {
    /** The check `certificate`; none where the certificate is self-issued, or its page has no answers. */
    async certificate({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> {
      const { certificate, components, serviceAddress } = answers;
      if (certificate?.source !== 'store') return [];
      const wanted = {
        subject: certificate.subject ?? '',
        thumbprint: certificate.thumbprint,
        reporting: components?.features.includes('reporting') ?? false,
        serviceAddress: serviceAddress?.host,
      };
      return [
        await makeCheck({ id: 'certificate', page: 'certificate', timeout }, call, (signal) =>
          unlessSilent(
            async () => judgeCertificate(wanted, await askPowerShell(script, {}, certificates, settings, signal), new Date()),
            'On the server, see that it is listed, is valid and has its private key: Get-ChildItem Cert:\\LocalMachine\\My | Format-List Subject, Thumbprint, NotBefore, NotAfter, HasPrivateKey.',
          ),
        ),
      ];
    },
  };
}

const script = new URL('./certificates.ps1', import.meta.url);
