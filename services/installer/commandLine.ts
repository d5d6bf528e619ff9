import { Problem } from '../../machines/vocabulary/problems.ts';
import { isPublicName } from '../../machines/vocabulary/publicProperty.ts';

/** What one run of Windows Installer is told. */
export interface InstallerRun {
  /** Path of the package. */
  readonly package: string;
  /** Path of the log that it writes. Its folder must exist. */
  readonly log: string;
  /** The installer's features, as `ADDLOCAL` names them. */
  readonly features: readonly string[];
  /** Public properties by name. An `ADDLOCAL` or `REBOOT` among them takes the place of ours. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The command of one run. */
export interface InstallerCommand {
  readonly file: 'msiexec';
  /** Each one verbatim, quotes included: for `spawn` with `windowsVerbatimArguments: true`, never for a shell. */
  readonly args: readonly string[];
  /** The whole command line, as Windows passes it on. */
  readonly line: string;
}

/**
 * The command that installs unattended, quoted by Windows Installer's own rules: a value stands in double quotes, a double quote in
 * it is doubled, and nothing else has a meaning there, a backslash at the end included (Microsoft Learn, "Command-Line Options",
 * section "Remarks"). A restart is never begun by the installer: it would end this service in the middle.
 *
 * @throws {Problem} for what such a line cannot carry: control characters, half characters, a name that is not a public property, a
 * path with quotes, more than the 32 766 characters that Windows takes.
 *
 * @example
 * const run = { package: 'C:\\mim\\Service and Portal.msi', log: 'C:\\mim\\log.txt', features: ['CommonServices'], properties: {} };
 * installerCommand(run).line; // msiexec /i "C:\mim\Service and Portal.msi" /qn /lvxi* "C:\mim\log.txt" ADDLOCAL="CommonServices" …
 */
export function installerCommand(run: InstallerRun): InstallerCommand {
  const ours = { ...(run.features.length > 0 && { ADDLOCAL: run.features.join(',') }), REBOOT: 'ReallySuppress' };
  const properties = Object.entries({ ...ours, ...run.properties });
  const args = [
    '/i',
    quotedPath('package-unsuitable', 'package', run.package),
    '/qn',
    '/lvxi*',
    quotedPath('host-unsuitable', 'log', run.log),
    ...properties.map(([name, value]) => property(name, value)),
  ];
  const line = ['msiexec', ...args].join(' ');
  if (line.length > longestLine) {
    throw new Problem('invalid-answers', `The command line would have ${line.length} characters; Windows takes ${longestLine}.`);
  }
  return { file: 'msiexec', args, line };
}

/** As CreateProcessW takes it, without the closing null. */
const longestLine = 32_766;
/** Control characters and the two line separators, which a script in a file would take for the end of its line. */
const unspeakable = /[\p{Cc}\u2028\u2029]/u;

function property(name: string, value: string): string {
  if (!isPublicName(name)) {
    throw new Problem(
      'invalid-answers',
      `${JSON.stringify(name)} is not the name of a public property: upper case, digits, _ and . only.`,
    );
  }
  if (!isSpeakable(value)) {
    throw new Problem(
      'invalid-answers',
      `The value of ${name} has control characters or line breaks, which a command line cannot carry. Enter it without them.`,
    );
  }
  return `${name}="${value.replaceAll('"', '""')}"`;
}

function quotedPath(code: 'package-unsuitable' | 'host-unsuitable', what: string, path: string): string {
  if (path === '' || path.includes('"') || !isSpeakable(path)) {
    throw new Problem(code, `The path of the ${what} is empty, or has quotes or control characters in it. Use another folder.`);
  }
  return `"${path}"`;
}

function isSpeakable(text: string): boolean {
  return text.isWellFormed() && !unspeakable.test(text);
}
