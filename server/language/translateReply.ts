import type { Translator } from './translator.ts';

/** The fields of replies that hold words of the program for people, as a text or as a list of them. */
const worded: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'text',
  'message',
  'detail',
  'remedy',
  'label',
  'description',
  'note',
  'needs',
  'roles',
  'steps',
  'doubt',
  'grounds',
  'leftOut',
  'phase',
  'trouble',
  'ui:help',
  'ui:title',
  'ui:description',
  'submitText',
]);

/** What people or peers have said themselves, or programs read: it stays as it is. */
const verbatim: ReadonlySet<string> = new Set([
  'answers',
  'formData',
  'event',
  'default',
  'examples',
  'const',
  'enum',
  'lines',
  'about',
]);

/** A reply in another language. What is read by programs is the same in each. */
export function translateReply<T>(reply: T, translator: Translator): T {
  return told(reply, translator) as T;
}

function told(value: unknown, translator: Translator): unknown {
  if (Array.isArray(value)) return value.map((item) => told(item, translator));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, toldField(name, of, translator)]));
}

function toldField(name: string, value: unknown, translator: Translator): unknown {
  if (worded.has(name)) {
    if (typeof value === 'string') return translator.tell(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map((one) => translator.tell(one));
  }
  // A plan's answers are words of its own for what was answered; a page's are what was answered.
  if (name === 'answers' && Array.isArray(value)) return value.map((answer) => toldAnswer(answer, translator));
  return verbatim.has(name) ? value : told(value, translator);
}

function toldAnswer(answer: unknown, translator: Translator): unknown {
  const { value } = answer as { readonly value?: unknown };
  return { ...(told(answer, translator) as object), ...(typeof value === 'string' && { value: translator.tell(value) }) };
}
