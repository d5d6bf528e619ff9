import { readFile } from 'node:fs/promises';
import { textIn } from '../../../services/files/textFile.ts';
import type { View } from '../../view/view.ts';
import { Refused } from '../problems.ts';
import { back, unlessEmpty } from './prompts.ts';
import { sendOrTell, type Talk, tellRefusal } from './talk.ts';

type OpenAnswer = View['openAnswers'][number];

/** Settles an answer whose property is not known for certain by what the package knows, or takes that back. */
export async function settle(talk: Talk, view: View): Promise<View> {
  const { prompts } = talk;
  const answers = view.openAnswers;
  const name = await prompts.select(
    'Which answer?',
    answers.map((answer) => ({
      value: answer.name,
      label: `${answer.label}: ${answer.value ?? '(secret)'}`,
      hint: standing(answer),
    })),
  );
  const answer = answers.find((one) => one.name === name);
  if (name === back || !answer) return view;
  if (answer.settled) {
    const { property, for: whom } = answer.settled;
    const sure = await prompts.confirm(`Take ${property} back?`, 'Yes, leave the answer open');
    return sure ? sendOrTell(talk, view, { type: 'settle', name, property: null, for: whom }) : view;
  }
  if (answer.candidates.length === 0) {
    prompts.say.note(nothingFor(answer));
    return view;
  }
  if (answer.doubt !== null) prompts.say.note(answer.doubt);
  const choices = answer.candidates.map((one, at) => ({
    value: String(at),
    label: told(one, answer),
    hint: one.grounds.join(' '),
  }));
  const chosen = await prompts.select('Which property of the package carries it?', choices);
  if (chosen === back) return view;
  const { property, values } = answer.candidates[Number(chosen)]!;
  const whom = await prompts.select('For whom?', [
    { value: 'installation', label: 'This installation' },
    { value: 'package', label: 'All installations from this package' },
  ]);
  return whom === back
    ? view
    : sendOrTell(talk, view, { type: 'settle', name, property, ...(!answer.isSecret && { values }), for: whom });
}

/** Sends the listing of a package that lies elsewhere. */
export async function sendListing({ api, prompts }: Talk, view: View): Promise<View> {
  const path = await prompts.text('Path of the listing, as mim-setup inspect --json has written it on the server', {
    initial: 'listing.json',
    check: unlessEmpty('Name a file.'),
  });
  if (path === back) return view;
  try {
    const text = textIn(await readFile(path));
    if (text !== null) return await api.sendListing(view.id, text);
    prompts.say.error(`${path} is neither UTF-8 nor UTF-16 with its mark: save it as UTF-8.`);
    return view;
  } catch (error) {
    if (error instanceof Refused) tellRefusal(prompts, error);
    else prompts.say.error(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
    return view;
  }
}

function told(
  { property, type, label, dialog, writes, proposed }: OpenAnswer['candidates'][number],
  { doubt }: OpenAnswer,
): string {
  const name = doubt === null ? property : `${property}=${writes}`;
  const place = dialog === null ? '' : `: ${type}${label ? ` “${label}”` : ''} on ${dialog}`;
  return `${name}${place}${proposed ? ' (proposed)' : ''}`;
}

function standing({ settled, candidates, doubt }: OpenAnswer): string {
  if (settled) return `settled as ${settled.property}`;
  if (doubt !== null) return 'sources disagree';
  return candidates.length > 0 ? 'open' : 'open, and no dialog asks for it';
}

function nothingFor({ doubt }: OpenAnswer): string {
  return doubt === null
    ? 'No dialog of the package has such a question.'
    : 'The package knows none of the names that sources have.';
}
