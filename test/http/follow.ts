/** An event of a stream. */
export interface Told {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: unknown;
}

/** A reader of a stream of server-sent events, as `EventSource` is one. */
export interface Follower extends AsyncDisposable {
  readonly told: readonly Told[];
  /** Waits until an event is told that is so; it may have been told before. */
  until(isSo: (told: Told) => boolean): Promise<Told>;
  /** Fulfilled when the service has ended the stream, or has gone. */
  readonly ended: Promise<void>;
}

/** Opens a stream and reads it as it comes. */
export async function follow(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Follower> {
  const leaving = new AbortController();
  const response = await fetch(url, { headers: { Accept: 'text/event-stream', ...headers }, signal: leaving.signal });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  const ended = (async () => {
    let text = '';
    for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
      text += piece;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      told.push(...blocks.filter((block) => !block.startsWith(':')).map(toTold));
      for (const look of waiting) look();
    }
  })().catch((error: unknown) => {
    const hasEnded = leaving.signal.aborted || (error instanceof TypeError && error.message === 'terminated');
    if (!hasEnded) throw error;
  });
  return {
    told,
    ended,
    until: (isSo) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(
          () => reject(new Error(`not told; last: ${JSON.stringify(told.at(-1))?.slice(0, 200)}`)),
          20_000,
        );
        const look = () => {
          const found = told.find(isSo);
          if (!found) return;
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    async [Symbol.asyncDispose]() {
      leaving.abort();
      await ended;
    },
  };
}

function toTold(block: string): Told {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  return { id: field('id'), event: field('event') ?? 'message', data: JSON.parse(field('data') ?? 'null') };
}
