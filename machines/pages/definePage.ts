import type { z } from 'zod';
import type { Facts } from '../vocabulary/facts.ts';
import type { Condition } from '../vocabulary/fieldRules.ts';
import type { Offers } from '../vocabulary/offers.ts';
import type { Sealed, SecretRef } from '../vocabulary/secret.ts';
import type { Team } from './teams.ts';

/** When something applies: by another field of the page, or by what the pages before add up to. */
export type When = Condition | ((facts: Facts) => boolean);

/** When a field applies. Where it does not, the original greys it, and filling it in is an error; where it does, it is required. */
export interface Applies {
  readonly when: When;
  readonly optional?: true;
}

/** An answer that is not valid. `field` is the path of the field, dotted where fields nest. */
export interface Finding {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** A remark of the guide that the user should know, and may pass by. */
export interface Note {
  readonly code: string;
  readonly message: string;
  readonly when: When;
}

/** Answers that go together, to be chosen as one. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** What else this choice will ask for. */
  readonly needs: string;
  /** For each field the answers that fit; the first of them is filled in unless the field holds one of them. */
  readonly answers: Readonly<Record<string, readonly unknown[]>>;
}

/** A check of the page's answers against the environment. */
export interface CheckDeclaration {
  readonly title: string;
  /** The installer itself would refuse, so overriding would only fail later. */
  readonly installerRefuses?: true;
}

/** How surely it is known that the installer reads this property, and in this form. */
export type Provenance = 'documented' | 'disputed' | 'unknown';

/** How another source has a property: under another name, or with other values. */
export interface Reading {
  readonly name?: string;
  /** What it writes for each value of ours. */
  readonly values?: Readonly<Record<string, string>>;
  /** Who has it so: a sentence. */
  readonly source: string;
}

/** An installer property that the page's answers become. */
export interface Property<Fields extends z.ZodObject = z.ZodObject> {
  readonly field: keyof z.output<Fields> & string;
  /** Its value; without this function, the field as text. Where it is undefined, the property is left out of the command. */
  value?(answers: Sealed<z.output<Fields>>, facts: Facts): string | SecretRef | undefined;
  readonly provenance?: Provenance;
  /** What it is called, where that is not the title of the field. */
  readonly label?: string;
  /** What is shown for each of its values, where they are not those of the field; empty where anything can be typed. */
  readonly words?: Readonly<Record<string, string>>;
  /** What other sources have in its place, where they disagree. */
  readonly readings?: readonly Reading[];
  /** What is uncertain about it, where it is not documented. */
  readonly note?: string;
  /** What is uncertain about its value for certain answers alone: for these, the property is disputed. */
  doubt?(answers: Sealed<z.output<Fields>>, facts: Facts): string | undefined;
}

/**
 * A page that asks. The chart, the REST schema, the web form, the prompts, the answers file, the docs and the installer's
 * command all read this and nothing else.
 */
export interface Page<Fields extends z.ZodObject = z.ZodObject> {
  readonly kind: 'form';
  readonly title: string;
  readonly subtitle: string;
  /** The step of the installation guide which this page encodes. */
  readonly step: string;
  /** A sentence or two of guidance, in our own words. */
  readonly guidance: string;
  /** The team that is asked for its answers. */
  readonly team: Team;
  /** The fields that another team knows. */
  readonly teamOf?: { readonly [Field in keyof z.output<Fields>]?: Team };
  readonly fields: Fields;
  /** When a field applies; one that is not named here always does. */
  readonly applies?: { readonly [Field in keyof z.output<Fields>]?: Applies };
  /** What is proposed for a field, where that depends on the pages before. A proposal that is always the same stands at the field. */
  readonly proposed?: { readonly [Field in keyof z.output<Fields>]?: (facts: Facts) => z.output<Fields>[Field] };
  /** What was answered on a page behind and is asked for again here: it is filled in, and marked as a proposal. */
  readonly offered?: { readonly [Field in keyof z.output<Fields>]?: keyof Offers };
  readonly notes?: readonly Note[];
  readonly presets?: readonly Preset[];
  readonly checks?: Readonly<Record<string, CheckDeclaration>>;
  /** Finds what only several fields together, or other pages, show to be wrong. It is asked once each field is valid by itself. */
  judge?(answers: z.output<Fields>, facts: Facts): readonly Finding[];
  /** By its name. One that nobody has published goes by a name of ours, `page.field`. */
  readonly properties?: Readonly<Record<string, Property<Fields>>>;
}

/**
 * Declares a page that asks. It returns the page as given; it exists so that what is declared beside `fields` is typed by them.
 *
 * @example
 * supportContact: definePage({
 *   title: 'Configure MIM Service and Portal',
 *   subtitle: 'Configure whom users turn to',
 *   step: 'Continuation, 5',
 *   guidance: 'The portal shows this address to users who need help.',
 *   team: 'project',
 *   fields: z.strictObject({ email: emailAddress().meta({ title: 'Support address', examples: ['help@contoso.com'] }) }),
 *   properties: { SUPPORT_EMAIL: { field: 'email' } },
 * })
 */
export function definePage<
  Fields extends z.ZodObject,
  const Checks extends Readonly<Record<string, CheckDeclaration>> = Record<never, never>,
>(page: Omit<Page<Fields>, 'kind' | 'checks'> & { readonly checks?: Checks }) {
  return { kind: 'form' as const, ...page } as Omit<Page<Fields>, 'checks'> & { readonly checks: Checks };
}
