import { isChosenFrom, isChosenOn } from '../../machines/plan/chosenAnswers.ts';
import type { Translator } from './translator.ts';

/** The fields of replies that hold words of the program for people, as a text or as a list of them. */
const worded: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'text',
  'message',
  'detail',
  'remedy',
  'source',
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
  // Of a control of the package.
  'choices',
]);

/** What tells texts in another language. */
type Teller = Pick<Translator, 'tell'>;

/** A reply in another language. What is read by programs is the same in each. */
export function translateReply<T>(reply: T, translator: Teller): T {
  return told(reply, translator) as T;
}

function told(value: unknown, translator: Teller): unknown {
  if (Array.isArray(value)) return value.map((item) => told(item, translator));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, toldField(name, of, translator)]));
}

function toldField(name: string, value: unknown, translator: Teller): unknown {
  if (worded.has(name)) {
    if (typeof value === 'string') return translator.tell(value);
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value.map((one) => translator.tell(one));
  }
  // A plan's answers are words of its own for what was answered; a page's are what was answered.
  if (name === 'answers' && Array.isArray(value)) return value.map((answer) => toldAnswer(answer, translator));
  if (name === 'openAnswers' && Array.isArray(value)) return value.map((answer) => toldOpenAnswer(answer, translator));
  return verbatim.has(name) ? value : told(value, translator);
}

function toldAnswer(answer: Answer, translator: Teller): Answer {
  const { page, field, value } = answer;
  const isChosen = typeof value === 'string' && isChosenOn(String(page), String(field));
  return { ...(told(answer, translator) as Answer), ...(isChosen && { value: translator.tell(value) }) };
}

/** What the package calls its controls stays as it is. */
function toldOpenAnswer(answer: Answer, translator: Teller): Answer {
  const { name, value, candidates = [] } = answer;
  const isChosen = typeof value === 'string' && isChosenFrom(String(name), value);
  return {
    ...(told(answer, translator) as Answer),
    ...(isChosen && { value: translator.tell(value) }),
    candidates: (candidates as readonly Answer[]).map((one) => ({
      ...one,
      grounds: toldField('grounds', one['grounds'], translator),
    })),
  };
}

type Answer = Readonly<Record<string, unknown>>;
