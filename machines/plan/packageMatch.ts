import { pageSchema } from '../answers/pageSchema.ts';
import { isSecretField } from '../answers/secretFields.ts';
import { declaredProperties } from '../chart/installerProperties.ts';
import { pageOf } from '../pages/screens.ts';
import type { DialogProperty, PackageAsks } from '../ports/packageListing.ts';
import { isPublicName } from '../vocabulary/publicProperty.ts';
import { coverage, likeness } from './likeness.ts';

/** A control of the package that may ask for an answer, and what speaks for it. */
export interface Match extends DialogProperty {
  /** What the package writes for each value of ours, by the words that both show for it. */
  readonly values: Readonly<Record<string, string>>;
  /** What speaks for it, a sentence each. */
  readonly grounds: readonly string[];
  /** How much speaks for it: a measure to compare by, and no more. */
  readonly weight: number;
}

/** An answer as its page puts it, in the words of the original. */
export interface AnswerAsked {
  readonly label: string;
  /** Title and subtitle of its page. */
  readonly page: string;
  readonly secret: boolean;
  /** What the page shows for each value; empty where anything can be typed. */
  readonly words: Readonly<Record<string, string>>;
}

/** How a page asks for what becomes the property that it declares under this name; undefined where no page declares it. */
export function askedBy(name: string): AnswerAsked | undefined {
  const declared = declaredProperties.get(name);
  if (!declared) return undefined;
  const page = pageOf(declared.page);
  const { label, words } = declared.property;
  const { title = declared.field, oneOf = [] } = pageSchema(page).properties?.[declared.field] ?? {};
  const choices = Object.fromEntries(oneOf.map(({ const: value, title: shown }) => [value, shown]));
  return {
    label: label ?? title,
    page: `${page.title} ${page.subtitle}`,
    secret: isSecretField(page.fields.shape[declared.field]!),
    words: words ?? choices,
  };
}

/**
 * The controls of the package's dialogs that may ask for an answer, the likeliest first: by the words beside them, what they offer,
 * and the words of their dialog. Names of properties, dialogs and controls count for nothing: they are the package's own affair.
 *
 * @param taken properties that carry another answer.
 */
export function matchesFor(name: string, asks: PackageAsks, taken: ReadonlySet<string> = new Set()): Match[] {
  const answer = askedBy(name);
  if (!answer) return [];
  const screens = new Map(asks.screens.map(({ dialog, texts }) => [dialog, texts]));
  return asks.dialogs
    .filter(({ property }) => isPublicName(property) && !taken.has(property))
    .map((control) => matchOf(answer, control, screens.get(control.dialog) ?? []))
    .filter((match) => match !== null)
    .sort((a, b) => b.weight - a.weight)
    .filter(({ property }, at, all) => all.findIndex((match) => match.property === property) === at)
    .slice(0, most);
}

/** How many are offered. */
const most = 5;

function matchOf(answer: AnswerAsked, control: DialogProperty, texts: readonly string[]): Match | null {
  const label = control.label === null ? 0 : likeness(answer.label, control.label);
  const values = valuesOf(answer.words, control.choices);
  const [asked, offered] = [Object.keys(answer.words).length, Object.keys(values).length];
  const choices = asked === 0 ? 0 : offered / asked;
  if (label < enough && choices < enough) return null;
  const page = coverage(answer.page, texts);
  const dots = answer.secret === control.password ? 0 : answer.secret ? -0.5 : -2;
  return {
    ...control,
    values,
    grounds: [
      ...(label >= enough ? [`It is labelled “${control.label}”, as “${answer.label}” here.`] : []),
      ...(offered > 0
        ? [offered === asked ? 'It offers what this page offers.' : `It offers ${offered} of the ${asked} that this page offers.`]
        : []),
      ...(page >= enough ? [`Its dialog ${control.dialog} has the words of this page.`] : []),
      ...(answer.secret && control.password ? ['What is typed into it does not show.'] : []),
    ],
    weight: 3 * label + 3 * choices + page + dots,
  };
}

/** How alike words have to be to count, 0 to 1: as likely as not. */
const enough = 0.5;

/** What the package writes for each value: the words that are most alike are paired first, and each of them once. */
function valuesOf(words: AnswerAsked['words'], choices: DialogProperty['choices']): Match['values'] {
  const shown = [...new Set(Object.values(words))];
  const pairs = shown
    .flatMap((text) => choices.map((choice) => ({ text, choice, like: likeness(text, choice.text ?? choice.value) })))
    .filter(({ like }) => like >= enough)
    .sort((a, b) => b.like - a.like);
  const paired = new Map<string, string>();
  const used = new Set<string>();
  for (const { text, choice } of pairs) {
    if (paired.has(text) || used.has(choice.value)) continue;
    paired.set(text, choice.value);
    used.add(choice.value);
  }
  return Object.fromEntries(
    Object.entries(words).flatMap(([value, text]) => (paired.has(text) ? [[value, paired.get(text)!]] : [])),
  );
}
