import { page, warning } from '../page.ts';
import { wizard } from '../setup.ts';

/** Guide, Continuation, 7 to 10. */
export const passwordPortals = wizard.createStateConfig({
  initial: 'registrationPortal',
  states: {
    registrationPortal: page('registrationPortal', {
      showsIf: 'installsRegistrationPortal',
      otherwise: 'resetPortal',
      next: 'registrationPortalWarning',
    }),
    registrationPortalWarning: warning('registrationPortalWarning', { next: 'registrationPortalService' }),
    registrationPortalService: page('registrationPortalService', { next: 'resetPortal' }),
    resetPortal: page('resetPortal', { showsIf: 'installsResetPortal', otherwise: 'ready', next: 'resetPortalWarning' }),
    resetPortalWarning: warning('resetPortalWarning', { next: 'resetPortalService' }),
    resetPortalService: page('resetPortalService', { next: 'ready' }),
  },
});
