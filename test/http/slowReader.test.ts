import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Request, Response } from 'express';
import { expect, it } from 'vitest';
import type { Installations } from '../../server/host/installations.ts';
import { stream } from '../../server/http/stream.ts';
import type { News } from '../../server/store/news.ts';
import type { Views } from '../../server/view/views.ts';

it('A reader of a stream that never reads is let go, with a few megabytes held for it and no more', async () => {
  let tell: (news: News) => void = () => {};
  let unfollowed = 0;
  const row = { id: 'one', revision: 1 };
  const installations = {
    load: () => Promise.resolve({ row }),
    follow(_id: string, follower: typeof tell) {
      tell = follower;
      return () => unfollowed++;
    },
    events: { on() {}, off() {} },
  } as unknown as Installations;
  const views = { now: () => Promise.resolve({ revision: 1 }) } as unknown as Views;
  let held = 0;
  const server = createServer((request, response) => {
    Object.assign(request, { get: () => undefined });
    Object.assign(response, { set: (all: Record<string, string>) => response.setHeaders(new Map(Object.entries(all))) });
    response.on('close', () => server.emit('letGo'));
    void stream(installations, views, 'one', request as Request, response as unknown as Response);
    const line = 'x'.repeat(1000);
    const timer = setInterval(() => {
      held = Math.max(held, response.writableLength);
      for (let count = 0; count < 100; count++)
        tell({ type: 'progress', id: 'one', progress: { log: [line] } } as unknown as News);
    }, 1);
    response.on('close', () => clearInterval(timer));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => {});
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  socket.pause();
  await once(server, 'letGo');
  expect(held).toBeGreaterThan(1024 * 1024);
  expect(held).toBeLessThan(6 * 1024 * 1024);
  expect(unfollowed).toBe(1);
  socket.destroy();
  server.close();
});
