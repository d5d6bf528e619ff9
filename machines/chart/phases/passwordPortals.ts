import { wizard } from '../setup.ts';
import { page } from '../states/page.ts';
import { warning } from '../states/warning.ts';

/** Guide, Continuation, 7 to 10. */
export const passwordPortals = wizard.createStateConfig({
  initial: 'registrationPortal',
  states: {
    registrationPortal: page('registrationPortal', { showsIf: 'installsRegistrationPortal', next: 'registrationPortalWarning' }),
    registrationPortalWarning: warning('registrationPortalWarning', {
      showsIf: 'installsRegistrationPortal',
      next: 'registrationPortalService',
    }),
    registrationPortalService: page('registrationPortalService', { showsIf: 'installsRegistrationPortal', next: 'resetPortal' }),
    resetPortal: page('resetPortal', { showsIf: 'installsResetPortal', next: 'resetPortalWarning' }),
    resetPortalWarning: warning('resetPortalWarning', { showsIf: 'installsResetPortal', next: 'resetPortalService' }),
    resetPortalService: page('resetPortalService', { showsIf: 'installsResetPortal', next: 'ready' }),
  },
});
