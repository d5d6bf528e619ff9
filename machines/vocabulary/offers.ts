/** An answer of a page behind that is asked for again. */
export interface Offer {
  readonly value: string;
  /** The page that it was answered on. */
  readonly page: keyof Offering;
}

/**
 * Answers that are asked for again on later pages, by what they are. They are proposed there, and no more: no page is judged by them,
 * or asked again because of them.
 */
export interface Offers {
  readonly domain?: Offer | undefined;
  readonly serviceAddress?: Offer | undefined;
  /** The site that the portal would have on the server of the MIM Service. */
  readonly portalSite?: Offer | undefined;
  readonly registrationHost?: Offer | undefined;
  readonly poolAccount?: Offer | undefined;
}

/** The answers that offers are made of. */
export interface Offering {
  readonly components?: { readonly features: readonly string[] } | undefined;
  readonly database?: { readonly checkAs?: { readonly domain?: string | undefined } | undefined } | undefined;
  readonly serviceAddress?: { readonly host: string } | undefined;
  readonly registrationPortalUrl?: { readonly url?: string | undefined } | undefined;
  readonly registrationPortal?: { readonly account: string } | undefined;
  readonly registrationPortalService?: { readonly serviceAddress: string } | undefined;
}

/** What these answers offer to later pages. */
export function offersOf(given: Offering): Offers {
  const { components, database, serviceAddress, registrationPortalUrl, registrationPortal, registrationPortalService } = given;
  const isBesideService = ['service', 'portal'].every((feature) => components?.features.includes(feature));
  return {
    domain: offer('database', database?.checkAs?.domain),
    serviceAddress:
      offer('registrationPortalService', registrationPortalService?.serviceAddress) ??
      offer('serviceAddress', serviceAddress?.host),
    portalSite: isBesideService && serviceAddress ? offer('serviceAddress', `http://${serviceAddress.host}`) : undefined,
    registrationHost: offer('registrationPortalUrl', hostIn(registrationPortalUrl?.url)),
    poolAccount: offer('registrationPortal', registrationPortal?.account),
  };
}

function offer(page: Offer['page'], value: string | undefined): Offer | undefined {
  return value === undefined ? undefined : { value, page };
}

function hostIn(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
}
