import { pageIds } from '../../machines/chart/flow.ts';
import { type CheckedPageId, type CheckId, pageOf } from '../../machines/pages/screens.ts';
import { type HostCheckId, hostChecks } from '../../machines/ports/checks.ts';
import type { PageSubject, Subject, WholeSubject } from '../../machines/ports/subjects.ts';
import { closingProbes } from '../closingTasks/closingProbes.ts';
import type { Entra } from '../entra/createEntra.ts';
import type { CheckGroup } from './checkGroup.ts';
import { closingGroup } from './closingGroup.ts';
import { pageChecks } from './pageChecks.ts';
import type { Parts } from './parts.ts';
import type { LiveSettings } from './settings.ts';

/** Which checks are made when. */
export interface Groups {
  /** Those of one page, as it is answered. */
  ofPage(subject: PageSubject): CheckGroup;
  /** Those of every page that was answered, and of this host, before the installation. Nobody is asked to sign in again. */
  ofEverything(subject: WholeSubject): readonly CheckGroup[];
  /** Of those, the one that holds the plan against the package. */
  ofPackage(subject: WholeSubject): CheckGroup;
  /** Those of the finished installation. */
  ofTasks(subject: Subject): CheckGroup;
}

/** The groups of checks: Entra ID is asked by this process, everything else by the parts. */
export function groupsOf(entra: Entra, parts: Parts, settings: Pick<LiveSettings, 'hostTimeout' | 'settlements'>): Groups {
  const checks = pageChecks(entra, parts);
  const closing = closingProbes();

  const ofPage = (subject: PageSubject, makers = checks[subject.page]): CheckGroup => ({
    page: subject.page,
    ids: Object.keys(pageOf(subject.page).checks ?? {}) as CheckId[],
    makers: makers.map((make) => (call) => make(subject, call)),
  });
  const ofPackage = (subject: WholeSubject): CheckGroup => ({
    page: 'ready',
    ids: ['package'],
    makers: [(call) => parts.package({ ...subject, configured: settings.settlements }, call)],
  });
  return {
    ofPage,
    ofPackage,
    ofEverything: (subject) => [
      ...pageIds
        .filter((page): page is CheckedPageId => page in checks && subject.answers[page] !== undefined)
        .map((page) => ofPage({ ...subject, page }, page === 'signIn' ? [entra.recheckSignIn] : checks[page])),
      { page: 'ready', ids: hostIds, makers: [(call) => parts.host(subject, call)] },
      ofPackage(subject),
    ],
    ofTasks: (subject) => ({
      ...closingGroup(subject, settings.hostTimeout, closing),
      makers: [(call) => parts.closing(subject, call)],
    }),
  };
}

const hostIds = (Object.keys(hostChecks) as HostCheckId[]).filter((id) => id !== 'package');
