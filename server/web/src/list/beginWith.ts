import { ask, Refused } from '../api/request.ts';
import { pathOf, sendEvent } from '../api/sending.ts';
import type { View } from '../api/view.ts';
import { say } from '../language/say.ts';

/** Where the answers of a new installation come from: nowhere, a file, or another installation. */
export type Source =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'file'; readonly file: File | null }
  | { readonly kind: 'copy'; readonly id: string };

/**
 * Begins an installation, with answers that lead as far as they go. Where these are refused, nothing of it is left.
 *
 * @throws {Refused} why it could not be begun.
 */
export async function beginWith(wish: object, source: Source): Promise<View> {
  const file = source.kind === 'file' ? (source.file ?? refuse()) : null;
  const body = { ...wish, ...(source.kind === 'copy' && { copyOf: source.id }) };
  const view = await ask<View>('/api/v1/installations', { method: 'POST', body });
  if (!file) return view;
  const self = pathOf(view.id);
  try {
    // JSON is YAML too.
    return await ask<View>(`${self}/answers`, { method: 'PUT', text: file, headers: { 'Content-Type': 'application/yaml' } });
  } catch (error) {
    await sendEvent(self, { type: 'cancel' });
    await ask(self, { method: 'DELETE' });
    throw error;
  }
}

function refuse(): never {
  throw new Refused(0, { title: say('No answers file was chosen'), detail: say('Choose one, or begin without answers.') });
}
