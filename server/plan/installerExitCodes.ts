/** How a run of the installer may end. */
export interface ExitCode {
  readonly code: number;
  /** What it means, and what to do next; printable ASCII, for scripts. */
  readonly meaning: string;
}

/**
 * The exit codes that a script explains to whoever runs it (Microsoft Learn, "MsiExec.exe and InstMsi.exe Error Messages").
 */
export const installerExitCodes: readonly ExitCode[] = [
  { code: 0, meaning: 'It is installed.' },
  { code: 3010, meaning: 'It is installed. Restart the server to complete it.' },
  { code: 1641, meaning: 'It is installed, and the server is restarting to complete it.' },
  { code: 1601, meaning: 'The Windows Installer service cannot be reached. See that the service msiserver is not disabled.' },
  { code: 1602, meaning: 'The installation was cancelled. Run this again when it is time.' },
  {
    code: 1603,
    meaning: 'An action of the installer failed; it undoes what it had done. Search the log for "Return value 3".',
  },
  { code: 1604, meaning: 'The installation is suspended, incomplete. Restart the server, then run this again.' },
  { code: 1612, meaning: 'The source of the installed product is missing. Put the package back where it was installed from.' },
  { code: 1618, meaning: 'Another installation is running on this server. Wait until it has ended, then run this again.' },
  { code: 1619, meaning: 'The package is not there, or cannot be opened. Check its path; copy it to a local folder.' },
  { code: 1620, meaning: 'The package is not a Windows Installer package. Copy it anew from its medium.' },
  { code: 1622, meaning: 'The log cannot be written. Check its folder.' },
  { code: 1625, meaning: 'Policy forbids this installation, or it does not run as administrator.' },
  { code: 1633, meaning: 'The package is for another kind of processor.' },
  { code: 1638, meaning: 'Another version of the product is installed already. Update or remove it by Programs and Features.' },
  { code: 1639, meaning: 'The command line is not valid. Compare the properties with those of the package.' },
  { code: 87, meaning: 'Something that is needed was not given.' },
  { code: 740, meaning: 'This needs administrator rights. Start it from an elevated prompt.' },
];
