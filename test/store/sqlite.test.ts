import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import { keepsTheContract, type Storage } from './contract.ts';
import { keepsItsSeals } from './sealed.ts';

describe('The store in a file (SQLite)', () => {
  const create = async (): Promise<Storage> => {
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-store-'));
    const path = join(folder, 'mim-setup.db');
    return {
      open: () => openSqliteStore({ path, report: () => {} }),
      async change(sql) {
        const db = new DatabaseSync(path);
        db.exec(sql);
        db.close();
      },
      [Symbol.asyncDispose]: async () => rmSync(folder, { recursive: true, force: true }),
    };
  };
  keepsTheContract(create);
  keepsItsSeals(create);
});
