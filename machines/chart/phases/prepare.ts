import { wizard } from '../setup.ts';
import { errorBox } from '../states/errorBox.ts';
import { page } from '../states/page.ts';

/** Guide, Common deployment steps, 2 to 6. */
export const prepare = wizard.createStateConfig({
  initial: 'welcome',
  states: {
    welcome: page('welcome', { next: 'licenseAgreement' }),
    licenseAgreement: page('licenseAgreement', { next: 'cloud' }),
    cloud: page('cloud', { next: 'signIn' }),
    signIn: page('signIn', {
      next: 'components',
      errorBoxes: { 'sign-in-failed': 'signInFailed', 'subscription-not-found': 'subscriptionNotFound' },
    }),
    signInFailed: errorBox('signInFailed', { returnsTo: 'signIn' }),
    subscriptionNotFound: errorBox('subscriptionNotFound', { returnsTo: 'signIn' }),
    components: page('components', { next: 'database' }),
  },
});
