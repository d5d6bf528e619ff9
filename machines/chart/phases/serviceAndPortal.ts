import { wizard } from '../setup.ts';
import { page } from '../states/page.ts';
import { warning } from '../states/warning.ts';

/** Guide, Continuation, 3 to 6. */
export const serviceAndPortal = wizard.createStateConfig({
  initial: 'serviceAddress',
  states: {
    serviceAddress: page('serviceAddress', { showsIf: 'installsServiceOrPortal', next: 'sharePointSite' }),
    sharePointSite: page('sharePointSite', { showsIf: 'installsPortal', next: 'sharePointTimerWarning' }),
    sharePointTimerWarning: warning('sharePointTimerWarning', { showsIf: 'installsPortal', next: 'registrationPortalUrl' }),
    registrationPortalUrl: page('registrationPortalUrl', { showsIf: 'installsPortal', next: 'firewall' }),
    firewall: page('firewall', { showsIf: 'installsServiceOrPortal', next: 'registrationPortal' }),
  },
});
