import type { Migration } from 'kysely/migration';
import { callProgressTable } from './callProgressTable.ts';
import { firstRelease } from './firstRelease.ts';
import { runners } from './runners.ts';
import { seals } from './seals.ts';
import { twoEngines } from './twoEngines.ts';
import { walkedOn } from './walkedOn.ts';

/** Every form that the tables have had, in order. What is here has been shipped: add to it, and change nothing. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-first-release': firstRelease,
  '0002-two-engines': twoEngines,
  '0003-told-by-calls': callProgressTable,
  '0004-walked-on': walkedOn,
  '0005-runners': runners,
  '0006-seals': seals,
};
