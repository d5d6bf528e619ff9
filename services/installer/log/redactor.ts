import { mask, patternOf, spellingsOf } from '../../secrets/mask.ts';

/** What must not be seen of a log. */
export interface Hidden {
  /** Texts that are secret wherever they stand. */
  readonly secrets: readonly string[];
  /** Whether the value of this property is secret, whatever it is. Without it, the name tells. */
  readonly isHidden?: (property: string) => boolean;
}

/** A line as it may be kept and shown. */
export type Redact = (line: string) => string;

/**
 * Makes what takes the secrets out of a log's lines: each secret text, in every way that Windows Installer and its custom actions
 * write one, and the values of hidden properties. A value that a line gives away is remembered, and taken out of later lines too.
 */
export function redactor({ secrets, isHidden = namedLikeASecret }: Hidden): Redact {
  const known = new Set(secrets.flatMap(spellingsOf));
  let anySecret = patternOf(known);
  const hide = (value: string): string => {
    const bare = value.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');
    if (bare.length >= shortestLearnt && bare !== mask && !known.has(bare) && known.size < mostLearnt) {
      for (const spelling of spellingsOf(bare)) known.add(spelling);
      anySecret = patternOf(known);
    }
    return mask;
  };
  return (line) => {
    let text = anySecret ? line.replace(anySecret, mask) : line;
    for (const [form, value] of propertyForms) {
      text = text.replace(form, (whole: string, before: string, name: string, between: string, found: string) =>
        isHidden(name) ? `${before}${name}${between}${hide(value(found))}` : whole,
      );
    }
    return anySecret ? text.replace(anySecret, mask) : text;
  };
}

/** Names that say what they hold, such as SERVICE_ACCOUNT_PASSWORD. */
export function namedLikeASecret(property: string): boolean {
  return /(?:PASSWORD|PASSWD|PASSPHRASE|PWD|SECRET|CREDENTIALS?)$/i.test(property);
}

const shortestLearnt = 6;
const mostLearnt = 200;

const itself = (value: string) => value;
/** How a log writes a property's value: before it, its name, between, the value. */
const propertyForms: readonly (readonly [form: RegExp, value: (found: string) => string])[] = [
  [/^(Property\([A-Za-z]\): )([\w.]+)( = )(.*)$/s, itself],
  [
    /(PROPERTY CHANGE: \w+ )([\w.]+)( property\. Its [a-z ]*value is )('.*)$/s,
    (found) => /^'(.*?)'\.(?:$| )/s.exec(found)?.[1] ?? found,
  ],
  [/(\bName[:=] ?)([\w.]+)(, ?Value[:=] ?)(.*)$/s, itself],
  [/()(\b[A-Za-z_][\w.]*)(=)("(?:[^"]|"")*"?|[^\s;,")]+)/g, itself],
];
