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

/**
 * Applies, and is required, where the text of another field of the page matches: a pattern as JSON Schema has it.
 *
 * @example applies: { password: whenMatching('account', '[^$]$') }
 */
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

/**
 * The same, but it may be left out where it applies.
 *
 * @example applies: { thumbprint: optional(whenField('source', 'store')) }
 */
export function optional<Applies extends { readonly when: unknown }>(applies: Applies): Applies & { readonly optional: true } {
  return { ...applies, optional: true };
}
