import { ownDocument } from '../http/routes/descriptions.ts';

/** `docs/openapi.json`, for those who read the document without a service. */
export function openApiText(): string {
  return `${JSON.stringify(ownDocument, null, 2)}\n`;
}
