import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Windows as the stand-ins show it. What is left out is not there. */
export interface WindowsWorld {
  /** Of the user, the claims are SIDs. */
  readonly user?: { readonly name: string; readonly elevated?: boolean; readonly claims?: readonly string[] };
  /** Win32_OperatingSystem. */
  readonly system?: { readonly Caption: string; readonly BuildNumber: string; readonly ProductType: number };
  /** Free bytes by letter. */
  readonly drives?: Readonly<Record<string, number>>;
  readonly registry?: Readonly<Record<string, Readonly<Record<string, string | number | readonly string[]>>>>;
  /** Access to the mutex of Windows Installer is denied. */
  readonly mutex?: 'forbidden';
  /** Another installation holds the mutex meanwhile, or has died with it. */
  readonly installation?: 'runs' | 'died';
  readonly services?: Readonly<Record<string, string>>;
  readonly listeners?: readonly { readonly port: number; readonly process: number }[];
  readonly sites?: readonly {
    readonly name: string;
    readonly bindings: readonly { readonly protocol: string; readonly bindingInformation: string }[];
  }[];
  readonly certificates?: readonly { readonly certificate: string; readonly key?: string }[];
  /** SIDs of accounts, and of the members of local groups by the group's. */
  readonly accounts?: Readonly<Record<string, string>>;
  readonly localGroups?: Readonly<Record<string, readonly string[]>>;
  /** How secedit ends, and the text that it exports. */
  readonly secedit?: { readonly exitCode: number; readonly exported?: string };
  readonly sharePoint?: {
    readonly administrator: boolean;
    readonly solutions: readonly { readonly name: string; readonly jobExists: boolean }[];
  };
  /** Its site collections; the blocked extensions are those that SharePoint 2019 and later keep for ASP.NET. */
  readonly siteCollections?: readonly {
    readonly url: string;
    readonly compatibilityLevel: number;
    readonly selfServiceUpgrade: boolean;
    readonly blockedExtensions?: readonly string[];
  }[];
  /** Features of Windows Server, and whether they are installed. */
  readonly features?: Readonly<Record<string, boolean>>;
  readonly sql?: { readonly user: string; readonly password: string };
  /** The snap-ins that are registered, where this is Windows PowerShell 5.1; later ones know none. */
  readonly snapIns?: readonly string[];
  readonly rules?: readonly { readonly id: string; readonly name: string; readonly disabled: string | null }[];
  /** The MIM Service hands each import back undone. */
  readonly fim?: { readonly undone: boolean };
  readonly policies?: readonly Readonly<Record<string, string>>[];
  /** Members of Exchange's groups, by address. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** The switch and the allow list of Exchange Web Services, for the organization and for mailboxes. */
  readonly organization?: { readonly enabled?: boolean; readonly allowed?: string };
  readonly casMailboxes?: Readonly<Record<string, boolean>>;
  /** Tasks of the Task Scheduler, as its cmdlets give them. */
  readonly tasks?: readonly Readonly<Record<string, unknown>>[];
  /** The product that is installed, with the states of its features, as INSTALLSTATE counts them. */
  readonly product?: { readonly code: string; readonly state: number; readonly features: Readonly<Record<string, number>> };
  readonly installer?: { readonly exitCode: number; readonly seconds?: number };
  /** Calls that fail with these words, or never return. */
  readonly failing?: Readonly<Record<string, string>>;
  readonly hanging?: readonly string[];
  /** PowerShell modules that are installed. */
  readonly modules?: readonly (
    | 'WebAdministration'
    | 'SharePointServer'
    | 'Microsoft.SharePoint.PowerShell'
    | 'FIMAutomation'
    | 'ExchangeOnlineManagement'
  )[];
}

export interface Windows extends AsyncDisposable {
  readonly folder: string;
  /** The variables by which a process of PowerShell finds this Windows. */
  readonly environment: Readonly<Record<string, string>>;
  /** What was asked of it so far, in order. */
  journal(): Promise<Readonly<Record<string, unknown>>[]>;
  /** What a script has changed: `registry`, `tasks`, `rules`, `policies`, and the parts of Exchange's organization; null where nothing was. */
  kept<T>(name: string): Promise<T | null>;
}

export async function describeWindows(world: WindowsWorld): Promise<Windows> {
  const folder = await mkdtemp(join(tmpdir(), 'mim-setup-windows-'));
  const read = (name: string) => readFile(join(folder, name), 'utf8').catch(() => null);
  await writeFile(join(folder, 'world.json'), JSON.stringify(world));
  const modules = join(folder, 'modules');
  await mkdir(modules);
  for (const name of world.modules ?? [])
    await cp(new URL(`modules/${name}`, import.meta.url), join(modules, name), { recursive: true });
  const programs = join(folder, 'programs');
  await mkdir(programs);
  if (world.secedit) await makeSecedit(programs, world.secedit);
  return {
    folder,
    environment: {
      MIM_SETUP_TEST_WINDOWS: folder,
      PSModulePath: modules,
      PATH: `${programs}:${process.env['PATH']}`,
      OS: 'Windows_NT',
      SystemRoot: folder,
    },
    journal: async () =>
      ((await read('journal.jsonl')) ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    kept: async (name) => {
      const text = await read(`${name}.json`);
      return text === null ? null : JSON.parse(text);
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** secedit writes its file as UTF-16 with a mark, to the path after /cfg, and reads it there where it configures. */
async function makeSecedit(folder: string, { exitCode, exported }: NonNullable<WindowsWorld['secedit']>): Promise<void> {
  const program = join(folder, 'secedit.exe');
  if (exported !== undefined) await writeFile(`${program}.inf`, `\uFEFF${exported}`, 'utf16le');
  const lines = [
    '#!/bin/sh',
    `printf '%s\\n' "$@" > '${program}.asked'`,
    'case "$1 $2 $3 $4 $6" in',
    `"/export /areas USER_RIGHTS /cfg /quiet") ${exported === undefined ? ':' : `cp '${program}.inf' "$5"`};;`,
    // What is configured is what is exported from then on.
    `"/configure /areas USER_RIGHTS /db /cfg") cp "$7" '${program}.inf';;`,
    '*) exit 87;;',
    'esac',
    `exit ${exitCode}`,
  ];
  await writeFile(program, `${lines.join('\n')}\n`);
  await chmod(program, 0o755);
}
