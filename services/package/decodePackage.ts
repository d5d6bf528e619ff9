import { openContainer } from './container.ts';
import { dialogProperties, dialogScreens } from './dialogProperties.ts';
import type { CustomAction, PackageInfo } from './packageInfo.ts';
import { defaultsOf, publicProperties } from './publicProperties.ts';
import { readSummary, summaryStream } from './summary.ts';
import { numberOf, textOf } from './tableCells.ts';
import { openTables, type Tables } from './tables.ts';

/** Reads a package from its bytes, which it changes. Throws a `Problem` for what is no package, or a damaged one. */
export function decodePackage(file: Buffer): PackageInfo {
  return decodeStreams(openContainer(file));
}

/** Reads a package from the streams of its container. */
export function decodeStreams(streams: ReadonlyMap<string, Uint8Array>): PackageInfo {
  const tables = openTables(streams);
  const defaults = defaultsOf(tables);
  const dialogs = dialogProperties(tables, defaults);
  const language = Number.parseInt(defaults.get('ProductLanguage') ?? '', 10);
  return {
    productName: defaults.get('ProductName') ?? null,
    productVersion: defaults.get('ProductVersion') ?? null,
    productCode: defaults.get('ProductCode') ?? null,
    upgradeCode: defaults.get('UpgradeCode') ?? null,
    manufacturer: defaults.get('Manufacturer') ?? null,
    language: Number.isNaN(language) ? null : language,
    features: tables.rows('Feature').map((row) => ({
      id: textOf(row, 'Feature') ?? '',
      title: textOf(row, 'Title'),
      parent: textOf(row, 'Feature_Parent'),
      level: numberOf(row, 'Level'),
    })),
    properties: publicProperties(tables, defaults, dialogs),
    dialogs,
    screens: dialogScreens(tables),
    sequence: sequenceOf(tables),
    customActions: customActionsOf(tables),
    launchConditions: tables.rows('LaunchCondition').map((row) => ({
      condition: textOf(row, 'Condition') ?? '',
      message: textOf(row, 'Description'),
    })),
    summary: readSummary(streams.get(summaryStream)),
  };
}

/** An action without a number does not run; one with a negative number only when the installation ends. */
function sequenceOf(tables: Tables): PackageInfo['sequence'] {
  return tables
    .rows('InstallExecuteSequence')
    .map((row) => ({
      action: textOf(row, 'Action') ?? '',
      condition: textOf(row, 'Condition'),
      sequence: numberOf(row, 'Sequence') ?? 0,
    }))
    .filter(({ sequence }) => sequence > 0)
    .sort((a, b) => a.sequence - b.sequence);
}

const inScript = 0x400;
const forRollback = 0x100;
const forCommit = 0x200;

function customActionsOf(tables: Tables): CustomAction[] {
  return tables.rows('CustomAction').map((row) => {
    const type = numberOf(row, 'Type') ?? 0;
    return { name: textOf(row, 'Action') ?? '', type, runs: whenItRuns(type) };
  });
}

function whenItRuns(type: number): CustomAction['runs'] {
  if (!(type & inScript)) return 'planning';
  if (type & forRollback) return 'rollback';
  return type & forCommit ? 'commit' : 'deferred';
}
