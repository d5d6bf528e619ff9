import { pageSchema } from '../answers/pageSchema.ts';
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

/** What was answered on the pages of the trail, in order; a secret only as that there is one. */
export function wordedAnswers({ trail, answers }: Pick<WizardContext, 'trail' | 'answers'>): WordedAnswer[] {
  return trail.filter(isPageId).flatMap((page) => {
    const schema = pageSchema(pageOf(page)) as FieldSchema;
    return Object.entries(answers[page] ?? {}).map(([field, value]) => ({
      page,
      field,
      label: schema.properties?.[field]?.title ?? field,
      value: textOf(value, schema.properties?.[field]),
    }));
  });
}

/** Several pages share a title that begins so, and are told apart by their subtitles. */
export function titleOf(screen: ScreenId): string {
  const { title, subtitle } = screens[screen];
  return title.startsWith('Configure') ? `${title}: ${subtitle}` : title;
}

interface FieldSchema {
  readonly title?: string;
  readonly oneOf?: readonly { readonly const: unknown; readonly title: string }[];
  readonly items?: FieldSchema;
  readonly properties?: Readonly<Record<string, FieldSchema>>;
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
