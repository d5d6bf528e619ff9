import type { Property } from '../pages/definePage.ts';
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
  return [...declaredProperties].flatMap(([name, { page, field, property }]) => {
    const given = answers[page];
    if (!given) return [];
    const { value, provenance = 'documented', note } = property;
    const of = value ? value(given, facts) : (given as Record<string, unknown>)[field];
    if (of === undefined) return [];
    const text = typeof of === 'object' && of !== null ? (of as SecretRef) : String(of);
    const doubt = property.doubt?.(given, facts);
    if (doubt !== undefined) return [{ name, value: text, page, field, provenance: 'disputed' as const, note: doubt }];
    return [{ name, value: text, page, field, provenance, ...(note !== undefined && { note }) }];
  });
}

interface DeclaredProperty {
  readonly page: PageId;
  readonly field: string;
  readonly property: Property;
}

/** Every property that pages declare, by its name, in the order of the pages. No two pages declare the same. */
export const declaredProperties: ReadonlyMap<string, DeclaredProperty> = new Map(
  pageIds.flatMap((page) =>
    Object.entries((pageOf(page).properties ?? {}) as Readonly<Record<string, Property>>).map(
      ([name, property]) => [name, { page, field: property.field, property }] as const,
    ),
  ),
);

/** The names of those that are not known for certain, be it for some answers alone: the package may settle them. */
export const uncertainNames: readonly string[] = [...declaredProperties]
  .filter(([, { property }]) => (property.provenance ?? 'documented') !== 'documented' || property.doubt)
  .map(([name]) => name);
