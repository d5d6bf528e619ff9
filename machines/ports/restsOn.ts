import type { CheckedPageId, PageId } from '../pages/screens.ts';

/**
 * What the checks of a page look at beside its own answers: they are handed the answers of these pages, and of no others. As long as
 * none of them has changed, what was found holds.
 */
export const restsOn: { readonly [Page in CheckedPageId]: readonly PageId[] } = {
  signIn: ['cloud'],
  database: [],
  mailServer: ['cloud', 'signIn'],
  reportingServer: [],
  mailboxApplication: ['cloud', 'signIn', 'mailServer'],
  certificate: ['components'],
  serviceAccount: ['mailServer'],
  synchronizationServer: ['serviceAccount'],
  serviceAddress: ['serviceAccount'],
  sharePointSite: ['serviceAccount'],
  registrationPortal: ['serviceAccount', 'synchronizationServer', 'sharePointSite'],
  registrationPortalService: ['components'],
  resetPortal: ['serviceAccount', 'synchronizationServer', 'sharePointSite', 'registrationPortal'],
  resetPortalService: ['components'],
};
