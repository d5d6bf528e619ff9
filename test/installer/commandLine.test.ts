import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { installerCommand } from '../../services/installer/commandLine.ts';
import { readCommandLine } from '../../services/installer/readCommandLine.ts';

const run = {
  package: 'C:\\MIM 2016\\Service and Portal.msi',
  log: 'C:\\ProgramData\\mim setup\\log.txt',
  features: ['CommonServices', 'WebPortals'],
};

describe('the command that installs', () => {
  it('is unattended, keeps a verbose log, names its features and never restarts the host', () => {
    expect(installerCommand({ ...run, properties: { SQLSERVER_SERVER: 'sql 01' } }).line).toBe(
      'msiexec /i "C:\\MIM 2016\\Service and Portal.msi" /qn /lvxi* "C:\\ProgramData\\mim setup\\log.txt"' +
        ' ADDLOCAL="CommonServices,WebPortals" REBOOT="ReallySuppress" SQLSERVER_SERVER="sql 01"',
    );
  });

  it('doubles a double quote and leaves everything else as it is', () => {
    const value = 'a "b" %PATH% $x ^&|<> C:\\dir\\';
    expect(installerCommand({ ...run, properties: { MAIL_SERVER: value } }).args.at(-1)).toBe(
      'MAIL_SERVER="a ""b"" %PATH% $x ^&|<> C:\\dir\\"',
    );
  });

  it('is read back as what went in, whatever the values are', () => {
    fc.assert(
      fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (properties) => {
        const { file, args, line } = installerCommand({ ...run, properties });
        expect(line).toBe([file, ...args].join(' '));
        expect(readCommandLine(line)).toEqual({
          file: 'msiexec',
          words: ['/i', run.package, '/qn', '/lvxi*', run.log],
          properties: { ADDLOCAL: 'CommonServices,WebPortals', REBOOT: 'ReallySuppress', ...properties },
        });
      }),
    );
  });

  it.each([
    '',
    ' ',
    '"',
    '""',
    '\\',
    '\\"',
    'a\\',
    '" /x "',
    'a" ADDLOCAL="b',
    'svc$',
    '%TEMP%',
    'Zürich-Ω-日本-😀',
    '/qb',
    'A="B"',
  ])('carries the value %j', (awkward) => {
    const { line } = installerCommand({ ...run, properties: { P: awkward } });
    expect(readCommandLine(line).properties['P']).toBe(awkward);
  });

  it.each(['a\nb', 'a\rb', 'a\0b', 'a\tb', '\u001b[0m', '\u0085', '\u2028', '\ud800'])('refuses the value %j', (value) => {
    const attempt = () => installerCommand({ ...run, properties: { SERVICE_ACCOUNT_PASSWORD: `hunter2${value}` } });
    expect(attempt).toThrow(Problem);
    expect(attempt).toThrow(/SERVICE_ACCOUNT_PASSWORD/);
    expect(attempt).not.toThrow(/hunter2/);
  });

  it.each(['lower', 'A B', 'A=B', '', '1A', 'A"'])('refuses %j as the name of a property', (name) => {
    expect(() => installerCommand({ ...run, properties: { [name]: 'x' } })).toThrow(/public property/);
  });

  it('refuses what Windows would cut off', () => {
    expect(() => installerCommand({ ...run, properties: { P: 'x'.repeat(40_000) } })).toThrow(/Windows takes/);
  });

  it('takes another way to restart where it is given', () => {
    expect(installerCommand({ ...run, properties: { REBOOT: 'Force' } }).line).not.toContain('ReallySuppress');
  });
});

const name = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,20}$/);
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom('"', '\\', ' ', '$', '%', 'a', '=', '/', "'", '^', 'ü') }),
  fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !/[\p{Cc}\u2028\u2029]/u.test(text)),
);
