import { forbidSelfServiceUpgrade, makeSite, unblockAshx } from '../../machines/scripts/prerequisiteScripts.ts';
import { type Finding, passed } from '../checks/finding.ts';
import { prerequisites } from '../platforms/supportedPlatforms.ts';
import { unanswerable, unsuitable } from './finding.ts';
import type { HostFacts } from './hostFacts.ts';

/**
 * Whether the site collection exists, which no answer of the web server proves, and is as the MIM Portal needs it (Microsoft
 * Learn, "Set up an identity management server: SharePoint"; MIMDocs issue 236 on the upgrade).
 */
export function judgeSite({ sharePoint, siteCollection, unanswered }: HostFacts, site: string): Finding {
  if (!siteCollection) {
    const why = sharePoint ? unanswered['siteCollection'] : unanswered['sharePoint'];
    return unanswerable(`Whether there is a site collection at ${site}`, why, `See by: Get-SPSite ${site}.`);
  }
  if (!siteCollection.exists) {
    return unsuitable(
      `There is no site collection at ${site}. Create one with compatibility level ${wanted} by the script, or enter the address of another.`,
      { detail: source, script: makeSite(site, wanted) },
    );
  }
  const { compatibilityLevel, selfServiceUpgrade, blocksAshx } = siteCollection;
  if (compatibilityLevel !== wanted) {
    return unsuitable(
      `The site collection at ${site} has compatibility level ${compatibilityLevel}, and the MIM Portal needs ${wanted}. Delete it, and create it again with -CompatibilityLevel ${wanted}; the script does both. What is in it is lost.`,
      { detail: source, script: makeSite(site, wanted) },
    );
  }
  if (blocksAshx) {
    return unsuitable(
      `SharePoint blocks ASHX files at ${site}, and without them pages of the MIM Portal do not show. The script unblocks them.`,
      { detail: source, script: unblockAshx(site) },
    );
  }
  if (selfServiceUpgrade) {
    return {
      status: 'warning',
      code: 'site-unsuitable',
      message: `The site collection at ${site} may be upgraded by its owners, and where it may, the installation of the portal is known to fail. The script forbids it.`,
      detail: 'Source: MIMDocs issue 236.',
      script: forbidSelfServiceUpgrade(site),
    };
  }
  return passed(`There is a site collection at ${site}, of compatibility level ${compatibilityLevel}.`);
}

const wanted = prerequisites.siteCompatibilityLevel;
const source = 'Source: Microsoft Learn, "Set up an identity management server: SharePoint".';
