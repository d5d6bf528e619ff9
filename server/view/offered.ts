import type { WizardContext } from '../../machines/chart/context.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { factsOf } from '../../machines/vocabulary/facts.ts';
import type { Offer, Offers } from '../../machines/vocabulary/offers.ts';

/**
 * What a page that was not answered yet is offered of the pages behind it, as far as it can stand there. It counts for nothing until
 * somebody submits it.
 */
export function offeredFor({ answers, proposals }: WizardContext, page: PageId): (Offer & { readonly field: string })[] {
  if (answers[page] ?? proposals[page]) return [];
  const { offers } = factsOf(answers);
  const { fields, offered = {} } = pageOf(page);
  return Object.entries(offered as Readonly<Record<string, keyof Offers>>).flatMap(([field, what]) => {
    const offer = offers[what];
    return offer && fields.shape[field]?.safeParse(offer.value).success ? [{ field, ...offer }] : [];
  });
}
