import type { View } from '../api/view.ts';
import { locale } from '../language/language.ts';
import { why } from './wayOn.ts';

/** First what somebody has to see to, then what goes on, then what is done; within each by name, `mim2` before `mim10`. */
export function inOrder(views: readonly View[]): View[] {
  const byName = new Intl.Collator(locale, { numeric: true });
  return views.toSorted((one, other) => urgency(one) - urgency(other) || byName.compare(one.name ?? '', other.name ?? ''));
}

function urgency(view: View): number {
  if (view.status === 'failed') return 0;
  if (why(view) !== '') return 1;
  if (view.status === 'finished') return 4;
  return view.status === 'postInstallation' ? 3 : 2;
}
