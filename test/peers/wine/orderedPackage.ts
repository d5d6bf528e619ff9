import { buildStandIn, type StandInOptions } from '../package/standIn.ts';
import { insert } from '../package/standInDialogs.ts';
import type { Wine } from './startWine.ts';

/** What a package of this kind can be told: see `buildStandIn`, and `RESTART=1`, at which it asks for a restart at its end. */
const orders = ['FAIL_AT', 'SLOW', 'SLOW_PINGS', 'RESTART'] as const;

/**
 * What it says where it fails with `FAIL_AT=deferred`, as SQL Server's refusal comes into the real one's log; without its
 * apostrophes, which a query that fills a package's table can't hold.
 */
const refusal = 'CREATE DATABASE permission denied in database master.';

/**
 * A stand-in that takes its orders from the registry of its Windows, so that a service which tells it the same properties each time
 * can meet a failure, and none at the next try.
 */
export function buildOrderedPackage(folder: string, options: StandInOptions = {}): Promise<string> {
  return buildStandIn(folder, { ...options, statements: [...searches(), ...(options.statements ?? [])] });
}

/** Tells every run of it from now on; what is not named is taken back. */
export async function order(wine: Wine, told: { readonly [Name in (typeof orders)[number]]?: string } = {}): Promise<void> {
  await wine.run('reg', ['delete', `HKLM\\${key}`, '/f']);
  for (const [name, value] of Object.entries(told)) await wine.run('reg', ['add', `HKLM\\${key}`, '/v', name, '/d', value, '/f']);
}

const key = 'SOFTWARE\\Contoso\\Orders';
/** Root 2 is HKEY_LOCAL_MACHINE; type 2 a value as it is, 16 in the 64-bit view (Windows Installer, "RegLocator Table"). */
const [localMachine, rawValue] = [2, 2 + 16];

function searches(): string[] {
  return [
    'CREATE TABLE `ActionText` (`Action` CHAR(72) NOT NULL, `Description` CHAR(64) LOCALIZABLE, `Template` CHAR(128) LOCALIZABLE PRIMARY KEY `Action`)',
    ...orders.flatMap((name) => [
      insert('AppSearch', { Property: name, Signature_: `Order${name}` }),
      insert('RegLocator', { Signature_: `Order${name}`, Root: localMachine, Key: key, Name: name, Type: rawValue }),
    ]),
    insert('InstallExecuteSequence', { Action: 'AppSearch', Sequence: 40 }),
    insert('InstallExecuteSequence', { Action: 'ScheduleReboot', Condition: 'RESTART="1"', Sequence: 6590 }),
    insert('ActionText', { Action: 'FailDeferred', Description: refusal }),
  ];
}
