import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answersFor } from '../answers.ts';
import { serve } from '../http/service.ts';
import { startInVain, startProcess } from './serviceProcess.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-damage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface List {
  readonly items: readonly { readonly id: string; readonly status: string }[];
}

describe('A damaged installation', () => {
  it.each([
    ['what is kept of it is cut off', 'kept = substr(kept, 1, length(kept) - 7)'],
    ['what is kept of it was changed', `kept = replace(kept, 'welcome', 'finished')`],
    ['what is kept of it is no text', "kept = x'00ff'"],
    ['its digest is gone', "digest = ''"],
  ])('is reported, stops nothing, and hides no other: %s', async (_what, damage) => {
    const [bad, good] = await (async () => {
      await using served = await serve({ data: folder });
      return [await served.client.begin(), await served.client.begin()] as const;
    })();
    change(`update installation set ${damage} where id = '${bad.id}'`);
    await using served = await serve({ data: folder });
    const path = `/api/v1/installations/${bad.id}`;
    for (const part of ['', '/checks', '/history', '/stream']) {
      const { body } = await served.api.get(path + part).expect(409);
      expect(body).toMatchObject({ code: 'damaged' });
    }
    expect((await served.client.event<{ code: string }>(bad.id, { type: 'cancel' })).body.code).toBe('damaged');
    const { body: list } = await served.client.request<List>('GET', '/api/v1/installations');
    expect(list.items.map(({ id, status }) => [id, status])).toEqual(
      expect.arrayContaining([
        [bad.id, 'damaged'],
        [good.id, 'asking'],
      ]),
    );
    const { body: damaged } = await served.client.request<List>('GET', '/api/v1/installations?status=damaged');
    expect(damaged.items.map(({ id }) => id)).toEqual([bad.id]);
    const { body: asking } = await served.client.request<List>('GET', '/api/v1/installations?status=asking');
    expect(asking.items.map(({ id }) => id)).toEqual([good.id]);
    expect(await served.client.view(good.id)).toEqual(good);
    expect((await served.client.step(good, answersFor('C'))).page.id).toBe('licenseAgreement');
    expect(served.logged()).toContain(bad.id);
    await served.api.delete(path).expect(204);
  });

  it('that is whole, and nothing that the chart knows, is refused by name, and can be deleted', async () => {
    const { id } = await (async () => {
      await using served = await serve({ data: folder });
      return await served.client.begin();
    })();
    change("update installation set kept = '{}', digest = sha256('{}')");
    await using served = await serve({ data: folder });
    expect((await served.api.get(`/api/v1/installations/${id}`).expect(409)).body.code).toBe('damaged');
    await served.api.delete(`/api/v1/installations/${id}`).expect(204);
  });

  it('is no reason not to go on with the checks of another', async () => {
    const [bad, good] = await (async () => {
      await using served = await serve({ data: folder });
      const views = [await served.client.begin(), await served.client.begin()] as const;
      for (const begun of views) {
        let view = begun;
        while (view.page.id !== 'signIn') view = await served.client.step(view, answersFor('C'));
        await served.client.event(view.id, { type: 'submit', page: 'signIn', answers: { method: 'deviceCode' } }, {});
      }
      return views;
    })();
    change(`update effect set input = '{' where installation = '${bad.id}'`);
    await using served = await serve({ data: folder });
    expect((await served.client.until(good.id, 'asking')).page.id).toBe('components');
    const { status } = await served.client.request('GET', `/api/v1/installations/${bad.id}`);
    expect(status).toBe(200);
    expect(served.logged()).toContain(bad.id);
  });

  it('whose journal alone is damaged can be seen and stepped; its history says that it is damaged', async () => {
    const { id } = await (async () => {
      await using served = await serve({ data: folder });
      return await served.client.begin();
    })();
    change(`update journal set event = '{' where installation = '${id}'`);
    await using served = await serve({ data: folder });
    expect((await served.client.view(id)).status).toBe('asking');
    const { body } = await served.api.get(`/api/v1/installations/${id}/history`).expect(409);
    expect(body.code).toBe('damaged');
  });
});

describe('An installation that another version has begun, whose states were called otherwise', () => {
  it('is read and goes on where its status says', async () => {
    const { id } = await (async () => {
      await using served = await serve({ data: folder });
      const { view } = await served.client.walk(
        await served.client.begin({ mode: 'rehearsal', rehearsal: { pace: 1 } }),
        answersFor('F'),
      );
      await served.client.event(view.id, { type: 'install' });
      return await served.client.until(view.id, 'postInstallation');
    })();
    change("update installation set chart = 'older', kept = replace(kept, '\"postInstallation\"', '\"formerly\"')");
    change('update installation set digest = sha256(kept)');
    await using served = await serve({ data: folder });
    for (const what of ['', '/answers', '/plan', '/log', '/report', '/history', '/checks', '/chart.svg'])
      await served.api.get(`/api/v1/installations/${id}${what}`).expect(200);
    expect((await served.client.view(id)).status).toBe('postInstallation');
  });
});

describe('A data folder that a newer version has made', () => {
  it('is not opened: the service says so, and ends with 2', async () => {
    await (await startProcess(folder)).stop();
    change('pragma user_version = 99');
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect(code).toBe(2);
    expect(output).toContain('newer version');
    expect(output).not.toMatch(/^\s+at /m);
  });
});

describe('A data folder whose secrets another key has sealed', () => {
  it('is not opened: the service says so, and ends with 2', async () => {
    const key = (digit: string) => ({ MIM_SETUP_KEY: digit.repeat(64) });
    {
      await using first = await startProcess(folder, { environment: key('a') });
      await first.client.begin();
    }
    const { code, output } = await startInVain(['--data', folder, '--port', '0'], key('b'));
    expect(code).toBe(2);
    expect(output).toMatch(/MIM_SETUP_KEY.*sealed with another key/);
    expect(output).not.toContain('b'.repeat(64));
    await using again = await startProcess(folder, { environment: key('a') });
    expect((await again.client.request<List>('GET', '/api/v1/installations')).body.items).toHaveLength(1);
  });

  it('or whose key file is no key: the service says so, and ends with 2', async () => {
    await (await startProcess(folder)).stop();
    writeFileSync(join(folder, 'master.key'), 'no key\n');
    const { code, output } = await startInVain(['--data', folder, '--port', '0']);
    expect(code).toBe(2);
    expect(output).toContain('master.key');
    expect(output).not.toMatch(/^\s+at /m);
  });
});

function change(sql: string): void {
  const database = new DatabaseSync(join(folder, 'mim-setup.db'));
  database.function('sha256', (text) => createHash('sha256').update(String(text)).digest('hex'));
  database.exec(sql);
  database.close();
}
