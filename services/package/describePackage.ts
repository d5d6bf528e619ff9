import type { DialogProperty } from '../../machines/ports/packageListing.ts';
import { servicePackOf } from '../platforms/supportedPlatforms.ts';
import type { PackageInfo, PackageProperty } from './packageInfo.ts';
import { shown } from './packageWords.ts';
import type { PackageFinding } from './planComparison.ts';

/** A package as text for people, a line for each fact, without anything that a terminal would take for an order. */
export function describePackage(info: PackageInfo): string {
  const facts: [string, string | number | null][] = [
    ['Product', info.productName],
    ['Version', info.productVersion && versionOf(info.productVersion)],
    ['Product code', info.productCode],
    ['Upgrade code', info.upgradeCode],
    ['Manufacturer', info.manufacturer],
    ['Language', info.language],
    ['Summary', info.summary.state === 'fine' ? (info.summary.template ?? 'fine') : info.summary.state],
  ];
  return [
    ...facts.map(([name, value]) => `${name}:`.padEnd(15) + shown(value ?? 'not given')),
    ...section(
      'Features',
      info.features.map(({ id, title, parent }) => `${id}${title ? `  ${title}` : ''}${parent ? `  (part of ${parent})` : ''}`),
    ),
    ...section('Public properties', info.properties.map(describeProperty)),
    ...section('Set by dialogs', info.dialogs.map(describeDialog)),
    ...section(
      'Actions, in order',
      info.sequence.map(({ action, condition, sequence }) => `${sequence}  ${action}${condition ? `  if ${condition}` : ''}`),
    ),
    '',
  ].join('\n');
}

function versionOf(version: string): string {
  const pack = servicePackOf(version);
  return pack === null ? version : `${version} (MIM 2016 ${pack})`;
}

/** A package as JSON, for programs: the fields of `PackageInfo`. */
export function packageAsJson(info: PackageInfo): string {
  return `${JSON.stringify(info, null, 2)}\n`;
}

/** Findings as text for people, a line for each; empty where there are none. */
export function describeFindings(findings: readonly PackageFinding[]): string {
  return findings.map(({ severity, code, message }) => shown(`${severity.padEnd(8)}${code}: ${message}`, 2000)).join('\n');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length ? ['', `${title}:`, ...lines.map((line) => `  ${shown(line, 500)}`)] : [];
}

function describeProperty({ name, value, hidden, from }: PackageProperty): string {
  const initially = hidden ? '  (hidden)' : value === null ? '' : ` = ${value}`;
  return `${name}${initially}  [${from.join(', ')}]`;
}

function describeDialog({ dialog, control, type, property, label, choices }: DialogProperty): string {
  const values = choices.map(({ value }) => value).join(' | ');
  return `${property}  ${dialog}.${control} (${type})${label ? `  “${label}”` : ''}${values ? `  ${values}` : ''}`;
}
