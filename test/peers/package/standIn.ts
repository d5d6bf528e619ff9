import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { otherDialogs, ownDialogs } from './standInControls.ts';
import { dialogStatements, insert } from './standInDialogs.ts';
import { standInFeatures, standInSource } from './standInSource.ts';

/** How a stand-in differs from the usual one. */
export interface StandInOptions {
  /** The version of the product; 4.6.421.0 unless told. */
  readonly version?: string;
  /** Its features; all six unless told. */
  readonly features?: readonly string[];
  /** Latin letters: wixl dies of others. */
  readonly productName?: string;
  /** The name of the file within the folder. */
  readonly fileName?: string;
  /** Two stand-ins with different seeds are different products to Windows Installer. */
  readonly seed?: string;
  /** Its dialogs: its own unless told, those under other names, or none. */
  readonly dialogs?: 'own' | 'other' | false;
  /** Further statements for `msibuild -q`, to make it special. */
  readonly statements?: readonly string[];
}

/**
 * Builds a stand-in for `Service and Portal.msi` in the folder and returns its path. It needs wixl and msibuild.
 *
 * It installs three text files for each feature under `Program Files\Contoso Forefront Identity Manager\2010`, and with
 * CommonServices one registry value for each public property under `HKLM\SOFTWARE\Contoso\FIMService`: `=` and the value, so
 * that no value is taken for a number (`#1`) and an empty one can be told from an absent one. It refuses to install without
 * `ACCEPT_EULA=1`. `FAIL_AT` makes it fail: `early` before anything is done, `install` while the files are being scheduled,
 * `exe` by a program at once, `deferred` after the changes, so that they are rolled back. `SLOW=1` makes it take `SLOW_PINGS`
 * (6 unless given) pings of a second.
 */
export async function buildStandIn(folder: string, options: StandInOptions = {}): Promise<string> {
  const { features = standInFeatures, fileName = 'Service and Portal.msi', dialogs = 'own', statements = [] } = options;
  const source = join(folder, 'standin-source');
  await mkdir(source, { recursive: true });
  await Promise.all(
    features.flatMap((feature) =>
      [1, 2, 3].map((n) => writeFile(join(source, `${feature}.${n}.txt`), `${feature}, file ${n} of the stand-in\n`)),
    ),
  );
  await writeFile(join(source, 'standin.wxs'), standInSource({ ...options, features }));
  const path = join(folder, fileName);
  await run('wixl', ['-a', 'x64', '-o', path, 'standin.wxs'], { cwd: source });
  const rows = [
    ...errorActions(),
    ...(dialogs ? dialogStatements(dialogs === 'own' ? ownDialogs : otherDialogs) : []),
    ...statements,
  ];
  await run('msibuild', [path, ...rows.flatMap((statement) => ['-q', statement])]);
  await rm(source, { recursive: true });
  return path;
}

/** Where the stand-in leaves the properties that reached it, each value with `=` before it. */
export const standInRegistryKey = 'HKLM\\SOFTWARE\\Contoso\\FIMService';

const execute = promisify(execFile);

/** Without the command in the error: it has hundreds of lines. */
async function run(tool: string, args: readonly string[], options: { readonly cwd?: string } = {}): Promise<void> {
  await execute(tool, args, options).catch(({ code, signal, stderr }) => {
    throw new Error(`${tool} failed (${signal ?? code}): ${stderr}`);
  });
}

/** Actions that fail with a message (type 19), for which wixl has no words. */
function errorActions(): string[] {
  return ['early', 'install'].flatMap((at, index) => {
    const Action = at === 'early' ? 'FailEarly' : 'FailInstall';
    return [
      insert('CustomAction', { Action, Type: 19, Source: '', Target: `deliberate failure at ${at}` }),
      insert('InstallExecuteSequence', { Action, Condition: `FAIL_AT="${at}"`, Sequence: [1010, 5020][index]! }),
    ];
  });
}
