/**
 * The addresses of the wizard in a browser, by what each shows: the service answers them with the page, and the page shows what they
 * ask for. They are written so that Express and wouter read the same in them.
 */
export const webAddresses = {
  installations: '/',
  together: '/together',
  runners: '/runners',
  checklist: '/checklist',
  signIn: '/sign-in',
  installation: '/installations/:id',
  tab: '/installations/:id/:tab',
  wizardPage: '/installations/:id/setup/:page',
  pageBehind: '/installations/:id/page/:page',
} as const;
