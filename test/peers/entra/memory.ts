import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Where a provider keeps its sessions, codes and tokens; gone with the process. */
export function createMemory(): (model: string) => Adapter {
  const kept = new Map<string, AdapterPayload>();

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`;
    const find = async (id: string) => {
      const payload = kept.get(keyOf(id));
      return payload?.exp !== undefined && payload.exp * 1000 < Date.now() - graceful ? undefined : payload;
    };
    const findBy = async (name: 'uid' | 'userCode', value: string) =>
      [...kept].find(([key, payload]) => key.startsWith(`${model}:`) && payload[name] === value)?.[1];
    return {
      async upsert(id, payload) {
        kept.set(keyOf(id), payload);
      },
      find,
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const payload = kept.get(keyOf(id));
        if (payload) kept.set(keyOf(id), { ...payload, consumed: Math.floor(Date.now() / 1000) });
      },
      async destroy(id) {
        kept.delete(keyOf(id));
      },
      async revokeByGrantId(grantId) {
        for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}

/** An expired code is kept for a while, so that the provider says of it that it has expired. */
const graceful = 60_000;
