import { needs, type Operation } from './graphCall.ts';

/** What Graph tells of a tenant's subscriptions. */
export const subscriptionOperations: readonly Operation[] = [
  {
    method: 'GET',
    path: /^\/subscribedSkus$/,
    answer({ bearer, tenant: { subscriptions }, audience, query }) {
      needs(bearer, 'Organization.Read.All');
      // One a page, so that whoever asks has to turn pages; the link names the real Graph, as Graph would.
      const page = Number(query.get('$skiptoken') ?? 0);
      const more = page + 1 < subscriptions.length;
      const next = more ? { '@odata.nextLink': `${audience}/v1.0/subscribedSkus?$skiptoken=${page + 1}` } : {};
      return [200, { value: subscriptions.slice(page, page + 1), ...next }];
    },
  },
];
