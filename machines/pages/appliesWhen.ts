import type { Facts } from '../vocabulary/facts.ts';
import type { Applies, Condition } from './definePage.ts';

/** Applies, and is required, where another field of the page has one of these values. */
export function whenField(field: string, ...is: readonly string[]): { when: Condition } {
  return { when: { field, is } };
}

/** Applies, and is required, where another field of the page reads like this. */
export function whenMatching(field: string, matches: RegExp): { when: Condition } {
  return { when: { field, matches } };
}

/** Applies, and is required, where the pages before say so. */
export function whenFacts(when: (facts: Facts) => boolean): { when: (facts: Facts) => boolean } {
  return { when };
}

/** May be left out where it applies. */
export function optional(applies: Applies): Applies {
  return { ...applies, optional: true };
}
