import type { LogEvent } from './logEvent.ts';
import type { Purpose } from './whatRan.ts';

/**
 * A message by its number: `Error 1920. …`, in whatever language, alone or after the product's name; or the product's name with how
 * it ended.
 */
export function messageOf(text: string, at?: number): LogEvent | null {
  const [, name, rest = ''] = /^\p{L}[\p{L}\p{M} ]{0,30}\s?[:：]\s?(\S.{0,200}?) -- (.{0,200})/u.exec(text) ?? [];
  const [, code] =
    /^\p{L}[\p{L}\p{M}]{0,20}(?: \p{L}{1,20})?\s?(\d{4,5})\s?[.。．｡।]\s?\S/u.exec(name === undefined ? text : rest) ?? [];
  if (code) return { is: 'message', code: Number(code), shown: true, ...(at !== undefined && { at }) };
  if (name === undefined) return null;
  const purpose = purposes[/^(Installation|Removal|Configuration) /.exec(rest)?.[1] ?? ''];
  return purpose ? { is: 'purpose', purpose, by: 'status', name } : { is: 'named', name };
}

const purposes: Readonly<Record<string, Purpose>> = {
  Installation: 'installation',
  Removal: 'removal',
  Configuration: 'change',
};
