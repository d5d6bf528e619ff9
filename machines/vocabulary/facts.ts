import type { Feature } from './features.ts';
import { type MailChoice, type MailOption, mailOptionOf } from './mailOptions.ts';

/**
 * What the answers so far add up to: all that a page may know of the other pages. A page that looks further than this
 * would have to be asked again whenever another one changes.
 */
export interface Facts {
  readonly cloud: 'global' | 'china' | 'governmentDod';
  readonly features: readonly Feature[];
  readonly mail: MailChoice | null;
  readonly option: MailOption | null;
}

interface Given {
  readonly cloud?: { readonly cloud: Facts['cloud'] } | undefined;
  readonly components?: { readonly features: readonly Feature[] } | undefined;
  readonly mailServer?: MailChoice | undefined;
}

export function factsOf({ cloud, components, mailServer }: Given): Facts {
  return {
    cloud: cloud?.cloud ?? 'global',
    features: components?.features ?? [],
    mail: mailServer ?? null,
    option: mailServer ? mailOptionOf(mailServer) : null,
  };
}
