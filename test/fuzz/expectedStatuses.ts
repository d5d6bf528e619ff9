import { documentedStatuses } from '../http/documented.ts';
import type { Sent } from './documentedRequest.ts';

/** The statuses that are right for a request, whatever it is: those of the document, or a refusal where it is not even a call that there is. */
export function expectedFor(method: string, path: string, headers: Sent['headers']): readonly number[] {
  const documented = documentedStatuses(method, path);
  return [
    ...documented,
    ...(documented.length > 0 ? [] : [400, 403, 404, 405, 413, 415]),
    // Whether slashes at the end lead anywhere is left to the router.
    ...(/\/(\?|$)/.test(path) ? [200, 201, 404, 422, ...('If-None-Match' in headers ? [304] : [])] : []),
    // Outside the API stands the wizard, at any address that a page could have.
    ...(documented.length > 0 || path.startsWith('/api') ? [] : [200]),
    // A coding or a character set that is not known is refused wherever it is named, also where nothing is sent in it.
    ...('Content-Encoding' in headers || 'Content-Type' in headers ? [415] : []),
    // These come from Node itself, which knows no address.
    ...('Expect' in headers ? [417] : []),
    ...(path.length + JSON.stringify(headers).length > 8000 ? [431] : []),
  ];
}
