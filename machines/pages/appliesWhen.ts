import type { Facts } from '../vocabulary/facts.ts';
import type { Condition } from '../vocabulary/fieldRules.ts';

/**
 * Applies, and is required, where another field of the page has one of these values.
 *
 * @example applies: { subject: whenField('source', 'store') }
 */
export function whenField(field: string, ...is: readonly string[]): { readonly when: Condition } {
  return { when: { field, is } };
}

/** Applies, and is required, where another field of the page reads like this: a pattern as JSON Schema has it. */
export function whenMatching(field: string, matches: string): { readonly when: Condition } {
  return { when: { field, matches } };
}

/**
 * Applies, and is required, where the pages before say so.
 *
 * @example notes: [{ code, message, ...whenFacts(({ features }) => features.includes('reporting')) }]
 */
export function whenFacts(when: (facts: Facts) => boolean): { readonly when: (facts: Facts) => boolean } {
  return { when };
}

/** May be left out where it applies. */
export function optional<Applies extends { readonly when: unknown }>(applies: Applies): Applies & { readonly optional: true } {
  return { ...applies, optional: true };
}
