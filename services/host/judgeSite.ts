import { forbidSelfServiceUpgrade, makeSite, unblockAshx } from '../../machines/scripts/prerequisiteScripts.ts';
import { type Finding, passed } from '../checks/finding.ts';
import { prerequisites } from '../platforms/supportedPlatforms.ts';
import { unanswerable, unsuitable } from './finding.ts';
import type { HostAsked } from './hostAsked.ts';
import type { HostFacts } from './hostFacts.ts';

/**
 * Whether the site collection is there, which no answer of the web server proves, and is as the MIM Portal needs it (Microsoft
 * Learn, "Set up an identity management server: SharePoint"; MIMDocs issue 236 on the upgrade).
 */
export function judgeSite({ sharePoint, siteCollection, unanswered }: HostFacts, { site }: Pick<HostAsked, 'site'>): Finding {
  if (!siteCollection) {
    const why = sharePoint ? unanswered['siteCollection'] : unanswered['sharePoint'];
    return unanswerable(`Whether there is a site collection at ${site}`, why, `See by: Get-SPSite ${site}.`);
  }
  if (!siteCollection.exists) {
    return unsuitable(
      `SharePoint has no site collection at ${site}. Make one first, with compatibility level ${wanted}, by the script, or enter the address of another.`,
      { detail: source, script: makeSite(site ?? '', wanted) },
    );
  }
  const { compatibilityLevel, selfServiceUpgrade, blocksAshx } = siteCollection;
  if (compatibilityLevel !== wanted) {
    return unsuitable(
      `The site collection at ${site} has compatibility level ${compatibilityLevel}, and the MIM Portal needs ${wanted}. Delete it, and make it anew with -CompatibilityLevel ${wanted}, by the script: what is in it is lost.`,
      { detail: source, script: makeSite(site ?? '', wanted) },
    );
  }
  if (blocksAshx) {
    return unsuitable(
      `SharePoint blocks files of the kind ASHX at ${site}, without which pages of the MIM Portal do not show. Unblock them by the script.`,
      { detail: source, script: unblockAshx(site ?? '') },
    );
  }
  if (selfServiceUpgrade) {
    return {
      status: 'warning',
      code: 'site-unsuitable',
      message: `The site collection at ${site} may be upgraded by its owners, at which the installation of the portal is known to fail. Forbid it by the script.`,
      detail: 'Source: MIMDocs issue 236.',
      script: forbidSelfServiceUpgrade(site ?? ''),
    };
  }
  return passed(`There is a site collection at ${site}, of compatibility level ${compatibilityLevel}.`);
}

const wanted = prerequisites.siteCompatibilityLevel;
const source = 'Source: Microsoft Learn, "Set up an identity management server: SharePoint".';
