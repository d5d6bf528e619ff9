import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/openPostgresStore.ts';
import { OtherRelease } from '../../server/store/release.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { begun, move } from './contract.ts';

const skipped = postgresMissing !== null && !process.env['CI'];
const [older, newer] = [
  { chart: 'a', version: '1.0.0' },
  { chart: 'b', version: '1.1.0' },
];

describe.skipIf(skipped)(`A database that a release serves${skipped ? `, skipped: ${postgresMissing}` : ''}`, () => {
  let server: Postgres;
  let url: string;
  beforeAll(async () => {
    server = await startPostgres();
    url = await server.create();
  });
  afterAll(async () => await server?.[Symbol.asyncDispose]());

  const open = (release: typeof older, looks = false) =>
    openPostgresStore({ url, connections: 4, release, looks, report: () => {} });

  it('is looked into by the same release, and left alone by the look of any other', async () => {
    const serving = await open(newer);
    const { id } = await begun(serving);
    const looking = await open(newer, true);
    expect((await looking.load(id))?.revision).toBe(1);
    await looking.close();
    for (const other of [older, { chart: 'c', version: '1.2.0' }]) {
      const refused = open(other, true);
      await expect(refused).rejects.toThrow(OtherRelease);
      await expect(refused).rejects.toThrow(/served by version 1\.1\.0 of mim-setup/);
    }
    expect((await move(serving, id)).revision).toBe(2);
    await serving.close();
  });

  it('is looked into where nobody has served it yet', async () => {
    url = await server.create();
    const looking = await open(older, true);
    expect(await looking.list(10)).toEqual([]);
    await looking.close();
  });
});
