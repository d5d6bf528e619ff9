import { ask, Refused } from '../api/request.ts';
import { pathOf, sendEvent } from '../api/sending.ts';
import type { View } from '../api/view.ts';

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
  const answers = await answersFrom(source);
  const view = await ask<View>('/api/v1/installations', { method: 'POST', body: wish });
  if (!answers) return view;
  const self = pathOf(view.id);
  try {
    return await ask<View>(`${self}/answers`, { method: 'PUT', text: answers, headers: { 'Content-Type': 'application/yaml' } });
  } catch (error) {
    await sendEvent(self, { type: 'cancel' });
    await ask(self, { method: 'DELETE' });
    throw error;
  }
}

function refuse(): never {
  throw new Refused(0, { title: 'There is no file of answers', detail: 'Choose one, or begin without answers.' });
}

/** A file as it is; JSON is YAML too. Of another installation the pages, without its secrets. */
async function answersFrom(source: Source): Promise<Blob | null> {
  if (source.kind === 'nothing') return null;
  if (source.kind === 'file') return source.file ?? refuse();
  const path = `${pathOf(source.id)}/answers`;
  const { pages } = await ask<{ pages: object }>(path);
  return new Blob([JSON.stringify({ pages: withoutPlaceholders(pages) })]);
}

function withoutPlaceholders(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => !isPlaceholder(inner));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutPlaceholders(inner)]));
}

/** What stands in an answers file in place of a secret. */
function isPlaceholder(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).join() === 'env';
}
