import { pageIds } from '../../machines/chart/flow.ts';
import { pageOf } from '../../machines/pages/screens.ts';
import { type CheckResult, closingChecks, hostChecks } from '../../machines/ports/checks.ts';

/** A check as it is declared: where its results stand, and what it is called. */
interface DeclaredCheck {
  readonly page: CheckResult['page'];
  readonly title: string;
}

/** Every check by its id: those of the pages, of this host, and of what was installed. */
export const declaredChecks: ReadonlyMap<string, DeclaredCheck> = new Map<string, DeclaredCheck>([
  ...pageIds.flatMap((page) =>
    Object.entries(pageOf(page).checks ?? {}).map(([id, { title }]) => [id, { page, title }] as [string, DeclaredCheck]),
  ),
  ...Object.entries(hostChecks).map(([id, { title }]) => [id, { page: 'ready', title }] as [string, DeclaredCheck]),
  ...Object.entries(closingChecks).map(([id, { title }]) => [id, { page: 'postInstallation', title }] as [string, DeclaredCheck]),
]);
