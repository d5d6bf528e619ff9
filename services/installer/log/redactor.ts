import { mask, maskerOf } from '../../secrets/mask.ts';
import { namedLikeASecret } from '../../secrets/namedLikeASecret.ts';
import { hideAssigned } from './hideAssigned.ts';

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
 * write one, and the values of hidden properties. A value that a line gives away is remembered, and taken out of later lines too;
 * how much is remembered is bounded. The time that a line takes grows with its length, and no faster.
 *
 * @example
 * const redact = redactor({ secrets: ['Pass@word1'] });
 * redact('Property(S): SERVICE_ACCOUNT_PASSWORD = x'); // 'Property(S): SERVICE_ACCOUNT_PASSWORD = **********'
 */
export function redactor({ secrets, isHidden = namedLikeASecret }: Hidden): Redact {
  const known = new Set(secrets);
  let masked = maskerOf(secrets);
  let learnt = 0;
  const hide = (value: string): string => {
    const bare = value.replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');
    const worth = bare.length >= shortestLearnt && bare.length <= longestLearnt && bare !== mask && !known.has(bare);
    if (worth && learnt + bare.length <= mostLearnt) {
      known.add(bare);
      learnt += bare.length;
      masked = maskerOf([...known]);
    }
    return mask;
  };
  return (line) => {
    let text = masked(line);
    for (const [form, value] of propertyForms) {
      text = text.replace(form, (whole: string, before: string, name: string, between: string, found: string) =>
        isHidden(name) ? `${before}${name}${between}${hide(value(found))}` : whole,
      );
    }
    return masked(hideAssigned(text, isHidden, hide));
  };
}

/** Characters; of one value, and of all. */
const shortestLearnt = 6;
const longestLearnt = 512;
const mostLearnt = 2048;

const itself = (value: string) => value;
/**
 * How a log writes a property's value: before it, its name, between, the value. Names are bounded, so that none is looked for twice.
 */
const propertyForms: readonly (readonly [form: RegExp, value: (found: string) => string])[] = [
  [/^(Property\([A-Za-z]\): )([\w.]{1,200})( = )(.*)$/s, itself],
  [
    /(PROPERTY CHANGE: \w{1,20} )([\w.]{1,200})( property\. Its [a-z ]{0,40}value is )('.*)$/s,
    (found) => /^'(.*?)'\.(?:$| )/s.exec(found)?.[1] ?? found,
  ],
  [/(\bName[:=] ?)([\w.]{1,200})(, ?Value[:=] ?)(.*)$/s, itself],
];
