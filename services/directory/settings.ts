import type { RightsSettings } from './localRights.ts';

/** Which directory is asked, and as whom. Without `url` nothing is asked, and the checks say so. */
export interface DirectorySettings extends RightsSettings {
  /** `ldaps://dc1.contoso.com`, or `ldap://…`, which is then encrypted by StartTLS: nothing goes in plain text. */
  readonly url?: string | undefined;
  /** Certificates (PEM) of authorities of your own, to verify the server by. Stated, they stand in for the system's. */
  readonly ca?: string | undefined;
  /** Who asks, where the page names nobody under "Check with another account": `CONTOSO\reader` or `reader@contoso.com`. */
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Where to look for accounts; the server's domain unless stated. */
  readonly baseDn?: string | undefined;
  /** The name of the server that MIM is installed on, where it is not this one; only Windows can be this one. */
  readonly server?: string | undefined;
  /** How long each check may take, milliseconds; 15 seconds unless stated. */
  readonly timeout?: number | undefined;
}
