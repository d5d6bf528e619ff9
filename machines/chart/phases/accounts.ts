import { wizard } from '../setup.ts';
import { page } from '../states/page.ts';
import { warning } from '../states/warning.ts';

/** Guide, options A to I, last step, and Continuation, 1 and 2. */
export const accounts = wizard.createStateConfig({
  initial: 'serviceAccount',
  states: {
    serviceAccount: page('serviceAccount', { showsIf: 'installsService', next: 'accountSecurityWarning' }),
    accountSecurityWarning: warning('accountSecurityWarning', { showsIf: 'allowsLocalLogon', next: 'synchronizationServer' }),
    synchronizationServer: page('synchronizationServer', { showsIf: 'installsService', next: 'serviceAddress' }),
  },
});
