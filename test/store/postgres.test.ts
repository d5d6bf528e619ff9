import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/openPostgresStore.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { keepsTheContract, type Storage } from './contract.ts';
import { keepsItsSeals } from './sealed.ts';

describe.skipIf(postgresMissing && !process.env['CI'])(
  `The store that is shared (PostgreSQL)${postgresMissing ? `: ${postgresMissing}` : ''}`,
  () => {
    let server: Postgres;
    let made: string;
    beforeAll(async () => {
      server = await startPostgres();
      made = await server.create();
      await (await openPostgresStore({ url: made, report: () => {} })).close();
    });
    afterAll(async () => await server?.[Symbol.asyncDispose]());

    const create = async (): Promise<Storage> => {
      // Its tables are made once: that takes longer than most of what is tried with them.
      const url = await server.create(made);
      return {
        open: () => openPostgresStore({ url, connections: 6, report: () => {} }),
        async change(sql) {
          const client = new pg.Client({ connectionString: url });
          await client.connect();
          await client.query(sql);
          await client.end();
        },
        [Symbol.asyncDispose]: async () => {},
      };
    };
    keepsTheContract(create);
    keepsItsSeals(create);
  },
);
