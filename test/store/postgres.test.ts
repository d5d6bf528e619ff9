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
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => await server?.[Symbol.asyncDispose]());

    const create = async (): Promise<Storage> => {
      const url = await server.create();
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
