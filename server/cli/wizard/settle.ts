import { readFile } from 'node:fs/promises';
import type { View } from '../../view/view.ts';
import { Refused } from '../problems.ts';
import { back } from './prompts.ts';
import { send, type Talk } from './talk.ts';

type OpenAnswer = View['openAnswers'][number];

/** Settles an answer without a published property by what the package's own dialogs ask, or takes that back. */
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
    const sure = await prompts.select(`Take ${property} back?`, [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes, leave the answer open' },
    ]);
    return sure === 'yes' ? sent(talk, view, { name, property: null, for: whom }) : view;
  }
  if (answer.candidates.length === 0) {
    prompts.say.note('No dialog of the package has such a question.');
    return view;
  }
  const choices = answer.candidates.map((one) => ({ value: one.property, label: told(one), hint: one.grounds.join(' ') }));
  const property = await prompts.select('Which property of the package carries it?', choices);
  if (property === back) return view;
  const whom = await prompts.select('For whom?', [
    { value: 'installation', label: 'This installation' },
    { value: 'package', label: 'All installations from this package' },
  ]);
  return whom === back ? view : sent(talk, view, { name, property, for: whom });
}

/** Sends the listing of a package that lies elsewhere. */
export async function sendListing({ api, prompts }: Talk, view: View): Promise<View> {
  const path = await prompts.text('Path of the listing, as mim-setup inspect --json has written it on the server', {
    initial: 'listing.json',
    check: (text) => (text.trim() === '' ? 'Name a file.' : undefined),
  });
  if (path === back) return view;
  try {
    return await api.sendListing(view.id, textOf(await readFile(path)));
  } catch (error) {
    if (error instanceof Refused) prompts.say.error([error.details.title, error.details.detail].join('\n'));
    else prompts.say.error(`${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
    return view;
  }
}

/** Windows PowerShell's `>` writes UTF-16. */
function textOf(bytes: Buffer): string {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isWide ? 'utf16le' : 'utf8').replace(/^\ufeff/, '');
}

async function sent(talk: Talk, view: View, settlement: object): Promise<View> {
  try {
    return await send(talk, view, { type: 'settle', ...settlement });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    talk.prompts.say.error(error.details.detail);
    return view;
  }
}

function told({ property, type, label, dialog, proposed }: OpenAnswer['candidates'][number]): string {
  return `${property}: ${type}${label ? ` “${label}”` : ''} on ${dialog}${proposed ? ' (proposed)' : ''}`;
}

function standing({ settled, candidates }: OpenAnswer): string {
  if (settled) return `settled as ${settled.property}`;
  return candidates.length > 0 ? 'open' : 'open, and no dialog asks for it';
}
