import { ownDocument } from './descriptions.ts';

/** Where the document stands for those who read it without a service. */
export const published = new URL('../../../docs/openapi.json', import.meta.url);

/** What is to stand there. */
export function publishedText(): string {
  return `${JSON.stringify(ownDocument, null, 2)}\n`;
}
