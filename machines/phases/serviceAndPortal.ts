import { page, warning } from '../page.ts';
import { wizard } from '../setup.ts';

/** Guide, Continuation, 3 to 6. */
export const serviceAndPortal = wizard.createStateConfig({
  initial: 'serviceAddress',
  states: {
    serviceAddress: page('serviceAddress', {
      showsIf: 'installsServiceOrPortal',
      otherwise: 'registrationPortal',
      next: 'sharePointSite',
    }),
    sharePointSite: page('sharePointSite', { showsIf: 'installsPortal', otherwise: 'firewall', next: 'sharePointTimerWarning' }),
    sharePointTimerWarning: warning('sharePointTimerWarning', { next: 'registrationPortalUrl' }),
    registrationPortalUrl: page('registrationPortalUrl', { next: 'firewall' }),
    firewall: page('firewall', { next: 'registrationPortal' }),
  },
});
