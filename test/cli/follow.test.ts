import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { follow, type News } from '../../server/cli/follow.ts';
import { Unreachable } from '../../server/cli/problems.ts';
import { Left } from '../../server/cli/surroundings.ts';

const soon = { tries: 3, apart: 1 };
const never = new AbortController().signal;

describe('Following an installation', () => {
  test('tells its views, its progress and the lines of its log, and nothing else', async () => {
    const { connect } = streams([
      event('view', { revision: 2 }, 2),
      event('progress', { checks: [] }),
      ': a comment, to keep it open\n\n',
      event('something', { new: true }),
      event('log', { lines: ['Action start'] }),
    ]);
    expect(await take(3, follow(connect, 1, never, soon))).toEqual([
      { view: { revision: 2 } },
      { progress: { checks: [] } },
      { lines: ['Action start'] },
    ]);
  });

  test('shows no character that a terminal takes for an order', async () => {
    const { connect } = streams([event('log', { lines: ['red \u001b[31m\u0007'] })]);
    expect(await take(1, follow(connect, 1, never, soon))).toEqual([{ lines: ['red [31m'] }]);
  });

  test.each([
    ['ends', (): never | undefined => undefined],
    [
      'breaks off',
      (): never => {
        throw new TypeError('terminated');
      },
    ],
    [
      'is not there for a while',
      (): never => {
        throw new Unreachable('http://127.0.0.1:9');
      },
    ],
  ])('takes a stream up again that %s, behind the last revision that was told', async (_, then) => {
    const { connect, asked } = streams(
      [event('view', { revision: 2 }, 2), event('progress', {}), then],
      [then],
      [event('view', { revision: 3 }, 3)],
    );
    expect(await take(3, follow(connect, 1, never, soon))).toEqual([
      { view: { revision: 2 } },
      { progress: {} },
      { view: { revision: 3 } },
    ]);
    expect(asked).toEqual([1, 2, 2]);
  });

  test('gives up on one that is not there again and again, and counts anew once it was', async () => {
    const gone = () => {
      throw new Unreachable('http://127.0.0.1:9');
    };
    const { connect, asked } = streams([gone], [gone], [event('progress', {}), gone], [gone], [gone], [gone], [gone]);
    await expect(take(2, follow(connect, 1, never, soon))).rejects.toThrow('No mim-setup service answers');
    // Two that failed, one that told something, and then as many tries as there are.
    expect(asked).toHaveLength(3 + soon.tries);
  });

  test('ends where a service ends the stream again and again', async () => {
    const { connect, asked } = streams();
    expect(await take(1, follow(connect, 1, never, soon))).toEqual([]);
    expect(asked).toHaveLength(1 + soon.tries);
  });

  test('does not go on where it is refused', async () => {
    const { connect, asked } = streams([
      () => {
        throw new Error('It is refused.');
      },
    ]);
    await expect(take(1, follow(connect, 1, never, soon))).rejects.toThrow('It is refused.');
    expect(asked).toEqual([1]);
  });

  test.each([
    ['while a stream is opened', 0],
    ['between two tries', 60_000],
  ])('ends with the reason of whoever has enough, %s', async (_, apart) => {
    const enough = new AbortController();
    const reason = new Left();
    const news = follow(
      async () => {
        setImmediate(() => enough.abort(reason));
        if (apart > 0) throw new Unreachable('http://127.0.0.1:9');
        await once(enough.signal, 'abort');
        throw reason;
      },
      1,
      enough.signal,
      { tries: 3, apart },
    );
    await expect(take(1, news)).rejects.toBe(reason);
  });
});

type Piece = string | (() => void);

/** A service whose streams are these, one after the other, and which tells nothing after them; and behind which revisions it was asked. */
function streams(...all: readonly (readonly Piece[])[]) {
  const asked: number[] = [];
  const connect = async (after: number): Promise<Response> => {
    const pieces = all[asked.length] ?? [];
    asked.push(after);
    async function* told() {
      for (const piece of pieces) {
        if (typeof piece === 'string') yield new TextEncoder().encode(piece);
        else piece();
      }
    }
    return new Response(Readable.toWeb(Readable.from(told())) as ReadableStream<Uint8Array<ArrayBuffer>>);
  };
  return { connect, asked };
}

function event(name: string, data: object, id?: number): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The first so many of what is told, or fewer where there are no more. */
async function take(count: number, news: AsyncGenerator<News>): Promise<News[]> {
  const taken: News[] = [];
  for await (const one of news) if (taken.push(one) === count) break;
  return taken;
}
