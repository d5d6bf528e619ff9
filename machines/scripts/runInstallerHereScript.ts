import { expression } from './expression.ts';
import { pastedBlock } from './pastedBlock.ts';

/** An installer of Microsoft's that brings a prerequisite, and how it runs without asking. */
interface PrerequisiteInstaller {
  /** What it installs. */
  readonly name: string;
  /** Its file, with wildcards. */
  readonly file: string;
  readonly from: string;
  readonly options: readonly string[];
}

/** The options are those of Microsoft's deployment guides: ".NET Framework deployment guide for developers", and `/?` of the runtime. */
const installers = {
  dotNetFramework: {
    name: '.NET Framework 4.8',
    file: 'ndp48-*.exe',
    from: 'https://dotnet.microsoft.com/download/dotnet-framework/net48 (offline installer)',
    options: ['/q', '/norestart'],
  },
  visualC: {
    name: 'the Visual C++ 2013 redistributable (x64)',
    file: 'vcredist_x64*.exe',
    from: 'https://www.microsoft.com/download/details.aspx?id=40784',
    options: ['/install', '/quiet', '/norestart'],
  },
} as const satisfies Record<string, PrerequisiteInstaller>;

/** Runs the installer of a prerequisite from the current folder: servers often cannot download it themselves. */
export function runInstallerHere(which: keyof typeof installers): string {
  const { name, file, from, options } = installers[which];
  return pastedBlock(
    `Installs ${name}. Run this elevated, in the folder where its installer is.`,
    `
$installer = Get-ChildItem -Path . -Filter ${expression(file)} -File | Select-Object -First 1
if (-not $installer) {
    throw ${expression(`There is no ${file} in this folder. Download it from ${from} first.`)}
}
$ended = (Start-Process -FilePath $installer.FullName -ArgumentList ${options.map(expression).join(', ')} -Wait -PassThru).ExitCode
if (@(0, 1641, 3010) -notcontains $ended) { throw "$($installer.Name) ended with $ended." }
Write-Output ${expression(`Installed: ${name}.`)}
if ($ended -ne 0) { Write-Output 'Restart the server before you go on.' }`,
  );
}
