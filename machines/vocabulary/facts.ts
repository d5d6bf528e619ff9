import { accountKey, accountKeyOf, type Claims, siteKey, siteKeyOf } from './claims.ts';
import type { Feature } from './features.ts';
import { type MailChoice, type MailOption, mailOptionOf } from './mailOptions.ts';
import { type Offering, type Offers, offersOf } from './offers.ts';
import { Remembered } from './remembered.ts';

/**
 * What the answers so far add up to: all that a page may know of the other pages. A page that looked further than this
 * would have to be asked again whenever any other page changes.
 */
export interface Facts {
  readonly cloud: 'global' | 'china' | 'governmentDod';
  readonly features: readonly Feature[];
  readonly mail: MailChoice | null;
  readonly option: MailOption | null;
  readonly claims: Claims;
  readonly offers: Offers;
}

/** The answers that facts are made of; whatever else a page asks does not matter here. */
export interface Given extends Offering {
  readonly cloud?: { readonly cloud: Facts['cloud'] } | undefined;
  readonly components?: { readonly features: readonly Feature[] } | undefined;
  readonly mailServer?: MailChoice | undefined;
  readonly serviceAccount?: { readonly domain: string; readonly name: string } | undefined;
  readonly synchronizationServer?: { readonly managementAgentAccount: string } | undefined;
  readonly sharePointSite?: { readonly url: string } | undefined;
  readonly registrationPortal?: (Site & { readonly account: string }) | undefined;
  readonly resetPortal?: Site | undefined;
}

interface Site {
  readonly host: string;
  readonly port: number;
}

/**
 * What these answers add up to. As long as their pages are not answered, the cloud is the global one, and there are no features and no
 * mail server.
 *
 * @example factsOf({ mailServer: { type: 'none', managedServiceAccount: true } }).option?.option // 'I'
 */
export function factsOf(given: Given): Facts {
  return facts.get(given);
}

/** Whether the mailbox is opened by an application (options C and H). */
export function usesApplicationContext(given: Given): boolean {
  return factsOf(given).option?.authentication === 'applicationContext';
}

/** Answers are never changed in place, so the same object always adds up to the same facts. */
const facts = new Remembered<Given, Facts>(addUp);

function addUp(given: Given): Facts {
  const { cloud, components, mailServer } = given;
  return {
    cloud: cloud?.cloud ?? 'global',
    features: components?.features ?? [],
    mail: mailServer ?? null,
    option: mailServer ? mailOptionOf(mailServer) : null,
    claims: claimsOf(given),
    offers: offersOf(given),
  };
}

function claimsOf({ serviceAccount, synchronizationServer, sharePointSite, registrationPortal, resetPortal }: Given): Claims {
  const site = (portal: Site | undefined) => portal && siteKey(portal.host, portal.port);
  return {
    serviceAccount: serviceAccount && accountKey(serviceAccount.domain, serviceAccount.name),
    managementAgentAccount: synchronizationServer && accountKeyOf(synchronizationServer.managementAgentAccount),
    sharePointSite: sharePointSite && siteKeyOf(sharePointSite.url),
    registrationPortal: site(registrationPortal),
    resetPortal: site(resetPortal),
  };
}
