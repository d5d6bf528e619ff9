import type { FieldSchema } from '../../../machines/answers/pageSchema.ts';
import { back, type Prompts } from './prompts.ts';
import type { Question } from './questions.ts';

/** What a secret counts as that the service keeps already. */
const kept = { kept: true };

/**
 * Asks for one field, with what was answered before or else its default already filled in. Nothing, where a field that may be
 * left out was; `back`, where the user wants back.
 */
export function askField(prompts: Prompts, { field, required, name }: Question, before: unknown): Promise<unknown> {
  const { title = name, description } = field;
  const told = `${title}${required ? '' : ' (optional)'}${description ? `. ${description}` : ''}`;
  if (field.oneOf) return choose(prompts, field, told, required, before);
  if (field.type === 'array') return chooseSeveral(prompts, field, told, before);
  if (field.type === 'boolean') return yesOrNo(prompts, field, told, required, before);
  if (field.format === 'password') return askSecret(prompts, told, required, before);
  return askText(prompts, field, told, required, before);
}

function choose(prompts: Prompts, { oneOf = [], ...field }: FieldSchema, told: string, required: boolean, before: unknown) {
  const choices = [
    ...oneOf.map(({ const: value, title }) => ({ value, label: title })),
    ...(required ? [] : [{ value: nothing, label: 'Leave it out' }]),
  ];
  const initial = String(before ?? field.default ?? (required ? (oneOf[0]?.const ?? '') : nothing));
  return prompts.select(told, choices, initial).then(unlessNothing);
}

function chooseSeveral(prompts: Prompts, { items, ...field }: FieldSchema, told: string, before: unknown) {
  const choices = (items?.oneOf ?? []).map(({ const: value, title }) => ({ value, label: title }));
  return prompts.several(told, choices, (before ?? field.default ?? []) as string[], true);
}

function yesOrNo(prompts: Prompts, field: FieldSchema, told: string, required: boolean, before: unknown) {
  const choices = [
    { value: 'yes', label: 'Yes' },
    { value: 'no', label: 'No' },
    ...(required ? [] : [{ value: nothing, label: 'Leave it out' }]),
  ];
  const filledIn = before ?? field.default;
  const initial = filledIn === undefined ? (required ? 'no' : nothing) : filledIn === true ? 'yes' : 'no';
  return prompts
    .select(told, choices, initial)
    .then(unlessNothing)
    .then((answer) => (typeof answer === 'string' ? answer === 'yes' : answer));
}

async function askSecret(prompts: Prompts, told: string, required: boolean, before: unknown) {
  const isKept = before !== undefined;
  const check = (text: string) => (required && !isKept && text === '' ? 'Enter it.' : undefined);
  const answer = await prompts.secret(isKept ? `${told} (Enter keeps the one that is kept)` : told, check);
  if (answer === '' || answer === undefined) return isKept ? kept : undefined;
  return answer;
}

async function askText(prompts: Prompts, field: FieldSchema, told: string, required: boolean, before: unknown) {
  const isNumber = field.type === 'integer' || field.type === 'number';
  const answer = await prompts.text(told, {
    initial: String(before ?? field.default ?? ''),
    sample: field.examples?.length ? `such as ${field.examples.join(' or ')}` : '',
    check: (text) => {
      if (required && text.trim() === '') return 'This is needed. Fill it in.';
      return isNumber && text !== '' && !/^\d{1,9}$/.test(text.trim()) ? 'Enter a whole number.' : undefined;
    },
  });
  if (answer === back) return back;
  const text = (answer ?? '').trim();
  if (text === '') return undefined;
  return isNumber ? Number(text) : text;
}

const nothing = '';

function unlessNothing<Answer>(answer: Answer): Answer | undefined {
  return answer === nothing ? undefined : answer;
}
