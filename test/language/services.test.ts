import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { translatorTo } from '../../server/language/languages.ts';
import { knownFailures } from '../../services/installer/log/diagnosis.ts';
import { textsIn } from './englishTexts.ts';
import { heldInGerman } from './heldInGerman.ts';

const translator = (await translatorTo('de'))!;

/** Sentences that are not told in German: what stands here has its reason beside it. */
const untold: readonly RegExp[] = [
  // Put together of parts; held as a whole below, or by the suites of the checks.
  /^The certificate "\{subject}" \(\{thumbprint}\) \{value}$|^The subject \{what}|can’t be used: \{fault}$/,
  /as a service at this server\{value}\.|^\{told} |^The tenant is of |^\{host} cannot be reached\{value}\.|^\{user} is (?:not )?\{value}\./,
  /^\{meaning}: |^The path of the \{what}|^The log also holds |^\{value} of \{another}$|^This is the log of |but the log \{doubt}\./,
  /^\{says} |^\{message} And \{present}$|^The (?:package (?:installs|gives)|plan leaves) \{value}|^The summary of the package is \{state}/,
  /\{value} the answer the right name|^\{type} on \{dialog}$|^The file is \{kind}|^It is \{name}\.|no longer safe: \{only}\.|, as of \{asOf}$/,
  // What the other side says ends the text.
  /^PowerShell gave no answer: |^The installer could not be run: |^The directory refuses to sign \{user} in: |, Windows refused: \{refusal}$| \{why} \{byHand}$/,
  // Said by the command line alone, which is English.
  /^It starts with this (?:computer|server) from now on\.|^Only root can change|^Start-ScheduledTask/,
  // Lines of a rehearsed log, and what the rehearsed directory says itself.
  /^Error \d+\.|^CustomAction|^CAQuietExec|^MSI \(|^(?:Main|Rollback:|User cancelled)|^Action |^Invalid client secret|the correct tenant ID\.$/,
  // Kept in the directory, sent to a peer, read from a log, and told to this service's log.
  /^Registered by|^(?:Trace|Correlation) ID|^Bearer|^HTTP \{|^EHLO|^Error in rollback|^The log of the installer cannot|^This is (?:not the name of an installation|no version)/,
];

describe('What the services say', () => {
  it('is in the German catalogs, sentence by sentence', () => {
    const missing = globSync('services/**/*.ts')
      .flatMap((file) => textsIn(file))
      .filter(({ text }) => /^[A-Z“"{.].*[.!?}]$/s.test(text) && !untold.some((pattern) => pattern.test(text)))
      .filter(({ text }) => translator.find(sampleOf(text)) === undefined);
    expect(missing).toEqual([]);
  });

  it.each(knownFailures.map(({ id, title, remedy, source }) => [id, title, remedy, source] as const))(
    'of the cause %s is in the German catalogs',
    (_, title, remedy, source) => {
      heldInGerman([{ message: title }, { message: remedy }]);
      expect(/^(?:TechNet|identityunderground)/.test(source) || translator.find(source) !== undefined).toBe(true);
    },
  );

  it.each([
    'The certificate "CN=old.contoso.com" (A1B2) expired on 2020-01-01. Renew it, or choose another.',
    'The certificate "CN=early.contoso.com" (A1B2) is not valid before 2027-01-01. See that the clock is right, or choose another.',
    'contoso\\svcMIM can’t be used: its password has expired. Set a new one.',
    'anna@contoso.com is signed in to the tenant contoso.com; the directory does not tell whether it is of GCC High or of DoD.',
    'The tenant is of DoD, and the mail page says GCC High. Choose DoD there ("Government cloud"), or enter the ID of the right tenant.',
    'graph.microsoft.com cannot be reached (ECONNRESET). See to the network and the firewall between, then repeat it.',
    'The code expired before anybody signed in with it. The directory gave no answer when it was asked last. Sign in again, with a new code.',
    'Granting consent failed. The tenant has no Office 365 Exchange Online. See that the sign-in is to the tenant of the mailbox. Register again.',
    "Whether CONTOSO\\anna is local administrator of this server and sysadmin of sql01 can't be told. See that it is so before you install.",
    'CONTOSO\\anna is local administrator of this server and farm administrator of SharePoint and sysadmin of sql01.',
    'It is SQL Server 2008 R2 (10.50.6000). MIM 2016 needs at least SQL Server 2012 with Service Pack 4. Update it, or choose another server.',
    'It is SQL Server 2012 (11.0.7001). Microsoft does not recommend it for a new installation.',
    'Installing, 12 components and 3 features done',
    'The installer failed with exit code 1603 (in its log, 1920), at the action StartServices. What it had done is not, or not wholly, rolled back. Windows Installer lists Microsoft Identity Manager 4.6 as installed. See to the cause, then retry, or change answers and retry.',
    'The log also holds 2 earlier runs, the last of which failed at the action InstallFiles; this is told of the last run alone.',
    'The installer cannot be followed at the moment: log.txt: the disk is full (ENOSPC). It goes on meanwhile.',
    "The product is installed. The installer's own log could not be redacted, and may hold passwords: delete C:\\ProgramData\\mim setup\\log.txt.",
    'This is the log of a repair of Microsoft Identity Manager Synchronization Service. Send that of the installation of the MIM Service and Portal.',
    'The exit code 0 says that it succeeded, and the log that it had not ended yet. Wait for its end, then send its exit code and the whole log.',
    'D:\\MIM\\Service and Portal.msi: The package is damaged: its table Property is cut off. Copy it from the installation media again.',
    'The package is larger than any that is known: it has 512 MiB. Make sure that the file is Service and Portal.msi from the installation media.',
    'The file is a patch (.msp), not a package. Name the file Service and Portal.msi of the installation media.',
    'The package installs “Contoso Tools”, not the MIM Service and Portal. Name the file Service and Portal.msi of the installation media.',
    'The package gives nothing as its build. See by its file properties that it is the build that you mean to install. And 2 more: see the detail.',
    'The summary of the package is missing, and Windows Installer may refuse the package for it. Copy it from the installation media again.',
    'The package may mean it by CLOUD (ComboBox on MailDlg, labelled “Cloud:”, values “0”, “1”); or MAIL_CLOUD (ComboBox on MailDlg). Settle it by that here, or by configuration.',
    'The package mentions no property MAIL: Windows Installer would take it and nothing would come of it. It has MAIL_SERVER, MAIL_PORT; give the answer the right name by configuration, or check its effect after the installation.',
    'warning property-open: The plan leaves AZURE_CLOUD as it is. It stays empty unless you set it by configuration.\ninfo    service-pack: By its build, this is MIM 2016 SP2. SP3 begins with build 4.6.691.0; these need it: Windows Server 2025, SQL Server 2022.',
    'MIM 4.6.34.0 is installed already. To change it, use Programs and Features of Windows; to install anew, remove it first.',
    'The unit mim-setup.service runs as root, and not as mim.',
    'When it was last begun, Windows refused: the account is disabled (0x80070533).',
    "Tenant 'nowhere.onmicrosoft.com' not found. Check the name of the tenant.",
    '.NET Framework still offers what newer servers refuse: SchUseStrongCrypto is not 1 in HKLM\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319. The script sets it.',
  ])('such as %s is told in German', (message) => {
    expect(() => heldInGerman([{ message }])).not.toThrow();
  });

  it.each([
    'Microsoft Learn, "Supported platforms for MIM 2016" (MIM Service and Portal), and "Identity Manager version release history", as of 2025-06-12',
    'Microsoft Learn, "Set up an identity management server: Windows Server 2016 or later versions", as of 2023-09-14',
    'Source: Microsoft Learn, "Planning MIM 2016 SP2 in TLS 1.2 or FIPS-mode environments".',
    'Windows features or updates were installed; files wait to be renamed or deleted',
    'It offers no authentication before TLS and LOGIN, NTLM after.',
    'There is no drive D:, or it is not ready.',
    'farm administrator of SharePoint: no answer; sysadmin of sql01: no answer',
    'This is not how SQL Server replies.',
  ])('is told in German in the details, too, where %s stands there', (detail) => {
    expect(translator.find(detail)).toBeDefined();
  });
});

/** Something at each place; nothing where a sentence of its own stands. */
function sampleOf(text: string): string {
  return text
    .replaceAll(/(?<=^|[.!?] ?)\{[a-zA-Z]\w*\}(?=$| [A-Z{]|\{)/g, '')
    .replaceAll(/\{[a-z]\w*\}/gi, 'x1')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
