import { toTheMinute } from '../../view/times.ts';
import type { Api, Listed } from '../api.ts';
import { back, unlessEmpty } from './prompts.ts';
import type { Talk } from './talk.ts';

/** What a new installation begins with: nothing, a file of answers by its path, or those of another installation by its id. */
export type Source = { readonly kind: 'nothing' } | { readonly kind: 'file' | 'copy'; readonly of: string };

/** Asks what a new installation begins with. Nothing is asked where there is no other yet: the first one begins with nothing. */
export async function chooseAnswers({ api, prompts }: Pick<Talk, 'api' | 'prompts'>): Promise<Source | typeof back> {
  for (;;) {
    const others = await lastBegun(api);
    if (others.length === 0) return { kind: 'nothing' };
    const kind = await prompts.select('What does it begin with?', kinds, 'nothing');
    if (kind === back) return back;
    if (kind === 'nothing') return { kind };
    const of = kind === 'copy' ? await prompts.select('Whose answers?', others.map(toChoice)) : await askPath(prompts);
    if (of !== back) return { kind, of };
  }
}

const kinds = [
  { value: 'nothing', label: 'No answers', hint: 'every page is asked' },
  { value: 'file', label: 'A file of answers', hint: 'it goes on as far as they lead' },
  { value: 'copy', label: 'The answers of another installation', hint: 'without its secrets' },
] as const;

/** Whoever wants an older one names it by --copy. */
const mostOffered = 50;

async function lastBegun(api: Api): Promise<readonly Listed[]> {
  const { items } = await api.list({ limit: String(mostOffered) });
  return items.filter(({ status }) => (status as string) !== 'damaged');
}

function toChoice({ id, name, mode, status, createdAt }: Listed) {
  return {
    value: id,
    label: name ?? id.slice(0, 8),
    hint: `${mode}, ${status}, begun ${toTheMinute(createdAt)}`,
  };
}

function askPath(prompts: Talk['prompts']): Promise<string | typeof back> {
  return prompts.text('Answers file', {
    sample: 'answers.yaml',
    check: unlessEmpty('Enter its path.'),
  });
}
