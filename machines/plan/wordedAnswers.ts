import { type FieldSchema, pageSchema } from '../answers/pageSchema.ts';
import type { WizardContext } from '../chart/context.ts';
import { isPageId, type PageId, pageOf, type ScreenId, screens } from '../pages/screens.ts';
import { isSecretRef } from '../vocabulary/secret.ts';

/** An answer in the words of its page. */
export interface WordedAnswer {
  readonly page: PageId;
  readonly field: string;
  /** What the page calls the field. */
  readonly label: string;
  readonly value: string;
}

/** What was answered on the pages of the trail, in order; of a secret, only that there is one. */
export function wordedAnswers({ trail, answers }: Pick<WizardContext, 'trail' | 'answers'>): WordedAnswer[] {
  return trail.filter(isPageId).flatMap((page) => {
    const schema = pageSchema(pageOf(page));
    return Object.entries(answers[page] ?? {}).map(([field, value]) => ({
      page,
      field,
      label: schema.properties?.[field]?.title ?? field,
      value: textOf(value, schema.properties?.[field]),
    }));
  });
}

/** The title of a screen, with its subtitle where several pages share a title. */
export function titleOf(screen: ScreenId): string {
  const { title, subtitle } = screens[screen];
  return title.startsWith('Configure') ? `${title}: ${subtitle}` : title;
}

function textOf(value: unknown, schema: FieldSchema = {}): string {
  if (isSecretRef(value)) return '(secret)';
  if (Array.isArray(value)) return value.map((item) => textOf(item, schema.items)).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object' || value === null) {
    return schema.oneOf?.find((one) => one.const === value)?.title ?? String(value);
  }
  return Object.entries(value)
    .map(([key, inner]) => `${schema.properties?.[key]?.title ?? key}: ${textOf(inner, schema.properties?.[key])}`)
    .join(', ');
}
