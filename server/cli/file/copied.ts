import type { AnswersFile } from '../../answers/answersFile.ts';
import type { Api } from '../api.ts';

/**
 * What of an installation another one begins with: its answers, each secret to be filled in from the environment, and what its open
 * answers are settled by. Warnings that were taken on, checks that were overridden and tasks that were closed are not among it: somebody
 * has answered for those, there and then.
 */
export async function copied(api: Api, id: string): Promise<Partial<Pick<AnswersFile, 'pages' | 'settle'>>> {
  const { pages, settle } = await api.answersFile(id);
  return { pages, ...(settle && { settle }) };
}
