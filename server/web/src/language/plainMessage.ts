import type { IntlMessageFormat } from 'intl-messageformat';

/** A message as it is parsed. */
export type Message = ReturnType<IntlMessageFormat['getAst']>;

/** Reads a message that has nothing but text and the names of values: `by {who}`. Of any other it makes something else than it is. */
export function plainMessage(text: string): Message {
  return text
    .split(/\{(\w+)\}/)
    .map((value, at) => ({ type: at % 2, value }))
    .filter(({ value }) => value !== '');
}
