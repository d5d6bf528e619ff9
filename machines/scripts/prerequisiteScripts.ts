import { expression } from './expression.ts';
import { pastedBlock } from './pastedBlock.ts';

/**
 * PowerShell that provides what the installer takes for granted on the server, to be run there, elevated. Each script changes only
 * what is not so yet, and can be run again.
 */

/**
 * TLS 1.1 for both sides, and .NET Framework by the versions that Windows allows, with strong ciphers ("TLS registry settings" and
 * "Transport Layer Security (TLS) best practices with .NET Framework" of Microsoft).
 */
export const allowTls11 = pastedBlock(
  'Allows TLS 1.1 on this server, and has .NET Framework use the versions of TLS that Windows allows. Restart the server afterwards.',
  String.raw`
function Set-Number([string] $Key, [string] $Name, [int] $Value) {
    if (-not (Test-Path -LiteralPath $Key)) { New-Item -Path $Key -Force | Out-Null }
    Set-ItemProperty -LiteralPath $Key -Name $Name -Value $Value -Type DWord
}
foreach ($side in 'Client', 'Server') {
    $key = "HKLM:\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\TLS 1.1\$side"
    Set-Number $key 'Enabled' 1
    Set-Number $key 'DisabledByDefault' 0
}
foreach ($version in 'v2.0.50727', 'v4.0.30319') {
    foreach ($part in 'Microsoft', 'WOW6432Node\Microsoft') {
        foreach ($name in 'SystemDefaultTlsVersions', 'SchUseStrongCrypto') {
            Set-Number "HKLM:\SOFTWARE\$part\.NETFramework\$version" $name 1
        }
    }
}
Write-Output 'TLS 1.1 is allowed once the server has been restarted. After the installation, set Enabled to 0 again where TLS 1.2 alone is to be allowed.'`,
);

/** Features of Windows, by their names; -Source is for servers that cannot load them. */
export function installFeatures(names: readonly string[]): string {
  return pastedBlock(
    'Adds features to Windows. Where .NET Framework 3.5 cannot be loaded, add: -Source D:\\sources\\sxs',
    `
Install-WindowsFeature -Name ${names.map(expression).join(', ')} -IncludeManagementTools`,
  );
}

/** Starts SharePoint's Administration and Timer services, now and with Windows: they deploy the solutions of the portal. */
export const startSharePointServices = pastedBlock(
  "Starts SharePoint's services, and has Windows start them from now on.",
  `
foreach ($name in 'SPAdminV4', 'SPTimerV4') {
    Set-Service -Name $name -StartupType Automatic
    Start-Service -Name $name
}
Write-Output 'The SharePoint Administration and the SharePoint Timer Service run.'`,
);

const loadSharePoint = `
$hasSnapIns = Get-Command -Name Get-PSSnapin -ErrorAction SilentlyContinue
if ($hasSnapIns -and (Get-PSSnapin -Registered -Name Microsoft.SharePoint.PowerShell -ErrorAction SilentlyContinue)) {
    Add-PSSnapin Microsoft.SharePoint.PowerShell -ErrorAction SilentlyContinue
}
else { Import-Module SharePointServer }`;

/** SharePoint 2019 and later: files of the kind ASHX in the web application of the site (Microsoft's page on SharePoint for MIM). */
export function unblockAshx(site: string): string {
  return pastedBlock(
    'Lets SharePoint serve files of the kind ASHX, which the MIM Portal has. Run it as a farm administrator.',
    `${loadSharePoint}
$application = (Get-SPSite -Identity ${expression(site)}).WebApplication
if ($application.BlockedASPNetExtensions.Remove('ashx')) { $application.Update() }
Write-Output "Blocked are: $($application.BlockedASPNetExtensions -join ', ')"`,
  );
}

/** Keeps the owners of the site collection from upgrading it: the portal needs the compatibility level that it was made with. */
export function forbidSelfServiceUpgrade(site: string): string {
  return pastedBlock(
    'Forbids that the owners of the site collection upgrade it. Run it as a farm administrator.',
    `${loadSharePoint}
$site = Get-SPSite -Identity ${expression(site)}
$site.AllowSelfServiceUpgrade = $false
Write-Output 'The site collection cannot be upgraded by its owners.'`,
  );
}

/**
 * The site collection as the MIM Portal needs it, made where there is none (Microsoft Learn, "Set up an identity management server:
 * SharePoint"). One of another compatibility level cannot be changed: it is deleted first, and SharePoint asks before it does.
 */
export function makeSite(site: string, level: number): string {
  return pastedBlock(
    `Makes the site collection with compatibility level ${level}. Run it as a farm administrator, who becomes its owner.`,
    `${loadSharePoint}
$url = ${expression(site)}
$site = Get-SPSite -Identity $url -ErrorAction SilentlyContinue
if ($site -and $site.CompatibilityLevel -ne ${level}) {
    Remove-SPSite -Identity $url -Confirm
    $site = Get-SPSite -Identity $url -ErrorAction SilentlyContinue
    if ($site) { throw 'The old site collection is still there. Nothing was made.' }
}
if (-not $site) {
    $template = Get-SPWebTemplate -CompatibilityLevel ${level} -Identity 'STS#1'
    New-SPSite -Url $url -Template $template -OwnerAlias "$env:USERDOMAIN\\$env:USERNAME" -CompatibilityLevel ${level} -Name 'MIM Portal' | Out-Null
}
Write-Output "There is a site collection at $url, of compatibility level ${level}."`,
  );
}
