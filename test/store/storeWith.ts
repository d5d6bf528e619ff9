import type { Store } from '../../server/store/store.ts';

/** The same store, with some of its methods done otherwise. */
export function storeWith(whole: Store, changed: Partial<Store>): Store {
  return new Proxy(whole, {
    get(target, name: keyof Store) {
      const one = changed[name] ?? target[name];
      return typeof one === 'function' ? (one as (...args: never[]) => unknown).bind(target) : one;
    },
  });
}
