import { page, warning } from '../page.ts';
import { wizard } from '../setup.ts';

/** Guide, options A to I, last step, and Continuation, 1 and 2. */
export const accounts = wizard.createStateConfig({
  initial: 'serviceAccount',
  states: {
    serviceAccount: page('serviceAccount', {
      next: [{ guard: 'allowsLocalLogon', target: 'accountSecurityWarning' }, { target: 'synchronizationServer' }],
    }),
    accountSecurityWarning: warning('accountSecurityWarning', { next: 'synchronizationServer' }),
    synchronizationServer: page('synchronizationServer', { next: 'serviceAddress' }),
  },
});
