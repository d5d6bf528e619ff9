import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connections } from '../../server/store/postgres/connections.ts';
import { StoreUnavailable } from '../../server/store/unavailable.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';

const skipped = postgresMissing !== null && !process.env['CI'];

describe.skipIf(skipped)(`A connection that is cut${skipped ? `, skipped: ${postgresMissing}` : ''}`, () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => await server?.[Symbol.asyncDispose]());

  it('between two statements of a transaction ends the transaction, and not the process', async () => {
    const connections = new Connections({ url: await server.create(), report: () => {} });
    const transaction = connections.transaction(async (client) => {
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
      const lost = new Promise<void>((resolve) => client.once('end', resolve));
      await server.query(`select pg_terminate_backend(${rows[0]!.pid})`);
      await lost;
      await client.query('select 1');
    });
    await expect(transaction).rejects.toBeInstanceOf(StoreUnavailable);
    expect(await connections.ask('select 1 as found')).toEqual([{ found: 1 }]);
    await connections.close();
  });
});
