import type { CheckId, OpenedAnswers } from '../../machines/pages/screens.ts';
import type { Call } from '../../machines/ports/call.ts';
import type { CheckResult } from '../../machines/ports/checks.ts';
import type { Subject } from '../../machines/ports/subjects.ts';
import { passed } from '../checks/finding.ts';
import { makeCheck } from '../checks/makeCheck.ts';
import { addressesOf, resolvesTo } from './addresses.ts';
import { expectAnswer } from './expectAnswer.ts';
import { findPortUse, taken } from './portUse.ts';
import type { SettledNetwork } from './settings.ts';
import { portOf } from './webAnswer.ts';

type Portal = 'registrationPortal' | 'resetPortal';

/** That a portal's host name resolves, and that neither another answer nor anything on this server has its name and port. */
export function passwordPortal(page: Portal, id: CheckId, { timeout, resolve, ...powershell }: SettledNetwork) {
  return async ({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> => {
    const site = answers[page];
    if (!site) return [];

    return [
      await makeCheck({ id, page, timeout }, call, async (signal) => {
        const addresses = await addressesOf(site.host, resolve);
        const rival = rivalOf(page, answers);
        if (rival) return taken(`${rival} has the host name ${site.host} and port ${site.port} as well. Choose another.`);
        const use = await findPortUse(site, powershell, signal);
        if (use.status !== 'passed') return use;
        return passed(`${resolvesTo(site.host, addresses)} ${use.message}`);
      }),
    ];
  };
}

/**
 * That the MIM Service which a portal talks to can be found. Where it is installed elsewhere it should answer by now; a silent
 * one is a warning, since it may be installed later.
 */
export function passwordPortalService(
  page: `${Portal}Service`,
  id: CheckId,
  { timeout, resolve, ports: { mimService: port } }: SettledNetwork,
) {
  return async ({ answers }: Subject, call: Call): Promise<readonly CheckResult[]> => {
    const host = answers[page]?.serviceAddress;
    if (!host) return [];

    return [
      await makeCheck({ id, page, timeout }, call, async (signal) => {
        const addresses = await addressesOf(host, resolve);
        if (answers.components?.features.includes('service')) return passed(resolvesTo(host, addresses));
        const expected = {
          answers: resolvesTo(host, addresses, `, and the MIM Service answers on port ${port}`),
          silent: (why = `Nothing answers on port ${port}.`) =>
            `${host} resolves, but no MIM Service answers there. ${why} The portal needs it: if it is not to be installed there later, mend this before users come.`,
        };
        return await expectAnswer({ host, addresses, port }, expected, timeout, signal);
      }),
    ];
  };
}

function rivalOf(page: Portal, answers: OpenedAnswers): string | null {
  const address = addressOf(answers[page]!);
  const [other, name] =
    page === 'resetPortal'
      ? ([answers.registrationPortal, 'The registration portal'] as const)
      : ([answers.resetPortal, 'The reset portal'] as const);
  if (other && addressOf(other) === address) return name;
  if (answers.sharePointSite && addressOfUrl(answers.sharePointSite.url) === address)
    return 'The SharePoint site of the MIM Portal';
  return null;
}

function addressOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return `${host.toLowerCase()}:${port}`;
}

function addressOfUrl(text: string): string {
  const url = new URL(text);
  return addressOf({ host: url.hostname, port: portOf(url) });
}
