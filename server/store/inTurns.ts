import { setImmediate as breath } from 'node:timers/promises';

/**
 * Hands on a hundred items, say, in one turn of the event loop, so that nobody waits until something long has ended.
 *
 * @example for await (const entry of inTurns(journal)) digest.update(entry.seal);
 */
export async function* inTurns<T>(items: Iterable<T>, atATime = 100): AsyncGenerator<T> {
  let count = 0;
  for (const item of items) {
    yield item;
    count += 1;
    if (count % atATime === 0) await breath();
  }
}

/**
 * The same for what is read page by page, until one is not full.
 *
 * @example for await (const id of pagesInTurns<string>((last, limit) => store.walking(limit, last))) take(id);
 */
export async function* pagesInTurns<T>(
  read: (after: T | undefined, limit: number) => Promise<readonly T[]>,
  atATime = 100,
): AsyncGenerator<T> {
  for (let last: T | undefined; ; ) {
    const page = await read(last, atATime);
    yield* page;
    if (page.length < atATime) return;
    last = page.at(-1);
    await breath();
  }
}
