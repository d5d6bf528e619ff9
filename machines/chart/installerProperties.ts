import { type Answers, type PageId, pageOf } from '../pages/screens.ts';
import { factsOf } from '../vocabulary/facts.ts';
import type { SecretRef } from '../vocabulary/secret.ts';
import { pageIds } from './flow.ts';

/** A property of the installer, with where it comes from. */
export interface PlannedProperty {
  readonly name: string;
  readonly value: string | SecretRef;
  readonly page: PageId;
  readonly field: string;
  readonly provenance: 'documented' | 'disputed' | 'unknown';
  readonly note?: string;
}

/** Every property that the answers become, in the order of the pages. */
export function propertiesOf(answers: Answers): PlannedProperty[] {
  const facts = factsOf(answers);
  return pageIds.flatMap((page) => {
    const given = answers[page];
    if (!given) return [];
    return Object.entries(pageOf(page).properties ?? {}).flatMap(([name, property]) => {
      const { field, value, provenance = 'documented', note } = property;
      const of = value ? value(given, facts) : (given as Record<string, unknown>)[field];
      if (of === undefined) return [];
      const text = typeof of === 'object' && of !== null ? (of as SecretRef) : String(of);
      const doubt = property.doubt?.(given, facts);
      if (doubt !== undefined) return [{ name, value: text, page, field, provenance: 'disputed' as const, note: doubt }];
      return [{ name, value: text, page, field, provenance, ...(note !== undefined && { note }) }];
    });
  });
}
