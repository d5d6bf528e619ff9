import type { FindingInFile } from './judgeFile.ts';

/** A line for each finding, in the form that editors jump by: file, line and column first. */
export function describeFindings(path: string, findings: readonly FindingInFile[]): string[] {
  return findings.map(({ line, column, severity, page, field, message }) => {
    const place = [page, field].filter(Boolean).join('.');
    return `${path}:${line}:${column}: ${severity}: ${place ? `${place}: ` : ''}${message}`;
  });
}
