import { createHash, randomUUID } from 'node:crypto';
import type { Services } from '../../machines/ports/services.ts';
import { NewSecret } from '../../machines/vocabulary/secret.ts';
import { clouds } from '../entra/clouds.ts';
import { inMonths } from '../entra/registerClientSecret.ts';
import { consentUrl } from '../entra/registerConsent.ts';
import { contoso } from './contoso.ts';

type Registering = Pick<Services, 'createApplication' | 'createServicePrincipal' | 'addClientSecret' | 'grantConsent'>;

/** Registers a mailbox application in the rehearsed tenant, where the user may consent. The same installation gets the same one. */
export const rehearsedRegistration: Registering = {
  async createApplication({ installation }) {
    return {
      objectId: idFrom(installation, 'object'),
      applicationId: idFrom(installation, 'application'),
      tenantId: contoso.tenantId,
    };
  },
  async createServicePrincipal({ installation }) {
    return { servicePrincipalId: idFrom(installation, 'principal') };
  },
  async addClientSecret({ registration }) {
    return {
      clientSecret: new NewSecret(`rehearsed-${randomUUID()}`),
      expiresAt: inMonths(new Date(), registration.secretMonths).toISOString(),
    };
  },
  async grantConsent({ registration }) {
    const { application = { objectId: '', applicationId: '', tenantId: contoso.tenantId } } = registration;
    return { granted: true, consentUrl: consentUrl(clouds.global, application) };
  },
};

function idFrom(installation: string, what: string): string {
  const hex = createHash('sha256').update(`${installation} ${what}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
