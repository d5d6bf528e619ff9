import { pastedBlock } from './pastedBlock.ts';
import { verbatimString } from './verbatimString.ts';

/**
 * PowerShell for the guide's closing tasks ("Post-installation tasks", 2 to 4), to be run on the server by the user who
 * installed. Each looks first, changes only what is not so yet, and says what is so now: it can be run again at any time.
 */
export function taskScripts({ portalUrl, serviceHost = 'localhost' }: Places): TaskScripts {
  return {
    intranetZone: intranetZone(new URL(portalUrl)),
    compatibilityView,
    managementPolicyRule: managementPolicyRule(serviceHost),
  };
}

/** Where the portal and the service are. */
export interface Places {
  /** The address that users open. */
  readonly portalUrl: string;
  /** The server of the MIM Service, where it is not the portal's own. */
  readonly serviceHost?: string | undefined;
}

/** The scripts, by the closing tasks that they are for. */
export interface TaskScripts {
  readonly intranetZone: string;
  readonly compatibilityView: string;
  readonly managementPolicyRule: string;
}

/**
 * The zone map has a key for the domain, within it one for the host, and in that a value named after the scheme; 1 is the
 * intranet zone. Addresses in digits have keys of their own ("Internet Explorer security zones registry entries for advanced
 * users", Microsoft's support article 182569). With enhanced security on, as on servers, the maps are EscDomains and EscRanges.
 */
function intranetZone({ protocol, hostname }: URL): string {
  const scheme = protocol.slice(0, -1);
  return pastedBlock(
    'Adds the MIM Portal to the Local intranet zone of the user who runs this.',
    String.raw`
$zoneMap = 'HKCU:\Software\Microsoft\Windows\CurrentVersion\Internet Settings\ZoneMap'
$scheme = ${verbatimString(scheme)}
${isAddress(hostname) ? mapAddress(hostname.replace(/^\[|\]$/g, '')) : mapName(hostname)}
Write-Output ${verbatimString(`${scheme}://${hostname} is in the Local intranet zone.`)}`,
  );
}

function mapName(hostname: string): string {
  return String.raw`$domain = ${verbatimString(domainKeyOf(hostname))}
foreach ($map in 'Domains', 'EscDomains') {
    $key = "$zoneMap\$map\$domain"
    if (-not (Test-Path -LiteralPath $key)) { New-Item -Path $key -Force | Out-Null }
    Set-ItemProperty -LiteralPath $key -Name $scheme -Value 1 -Type DWord
}`;
}

function mapAddress(address: string): string {
  return String.raw`$address = ${verbatimString(address)}
foreach ($map in 'Ranges', 'EscRanges') {
    $ranges = "$zoneMap\$map"
    if (-not (Test-Path $ranges)) { New-Item -Path $ranges -Force | Out-Null }
    $key = Get-ChildItem $ranges | Where-Object { $_.GetValue(':Range') -eq $address } |
        Select-Object -First 1 -ExpandProperty PSPath
    if (-not $key) {
        $number = 1
        while (Test-Path "$ranges\Range$number") { $number++ }
        $key = "$ranges\Range$number"
        New-Item -Path $key -Force | Out-Null
        Set-ItemProperty -Path $key -Name ':Range' -Value $address -Type String
    }
    Set-ItemProperty -Path $key -Name $scheme -Value 1 -Type DWord
}`;
}

/** The setting behind "Display intranet sites in Compatibility View"; 0 is off. */
const compatibilityView = pastedBlock(
  'Turns "Display intranet sites in Compatibility View" off for the user who runs this.',
  String.raw`
$key = 'HKCU:\Software\Microsoft\Internet Explorer\BrowserEmulation'
if (-not (Test-Path $key)) { New-Item -Path $key -Force | Out-Null }
Set-ItemProperty -Path $key -Name 'IntranetCompatibilityMode' -Value 0 -Type DWord
Write-Output 'Intranet sites are not displayed in Compatibility View.'`,
);

/** By the service's own snap-in (FIMAutomation: Export-FIMConfig and Import-FIMConfig, Microsoft's documentation of MIM). */
function managementPolicyRule(serviceHost: string): string {
  return pastedBlock(
    'Enables the rule that lets users who are no administrators into the MIM Portal. Run it as the user who installed the MIM Service, where its snap-in FIMAutomation is.',
    `
$rule = 'User management: Users can read attributes of their own'
$uri = ${verbatimString(`http://${serviceHost}:5725/ResourceManagementService`)}
$model = 'Microsoft.ResourceManagement.Automation.ObjectModel'
if (-not (Get-PSSnapin -Name FIMAutomation -ErrorAction SilentlyContinue)) { Add-PSSnapin FIMAutomation }

function Find-Rule {
    $found = @(Export-FIMConfig -Uri $uri -OnlyBaseResources -CustomConfig "/ManagementPolicyRule[DisplayName='$rule']")
    if ($found.Count -ne 1) { throw "There are $($found.Count) management policy rules named '$rule'; one was expected." }
    $found[0].ResourceManagementObject
}
function Test-Disabled($Found) {
    $attribute = $Found.ResourceManagementAttributes | Where-Object { $_.AttributeName -eq 'Disabled' }
    $attribute -and [string] $attribute.Value -eq 'True'
}

$found = Find-Rule
if (Test-Disabled $found) {
    $change = New-Object "$model.ImportChange"
    $change.Operation = 'Replace'
    $change.AttributeName = 'Disabled'
    $change.AttributeValue = $false
    $change.FullyResolved = $true
    $change.Locale = 'Invariant'
    $import = New-Object "$model.ImportObject"
    $import.ObjectType = $found.ObjectType
    $import.SourceObjectIdentifier = $found.ObjectIdentifier
    $import.TargetObjectIdentifier = $found.ObjectIdentifier
    $import.State = 'Put'
    $import.Changes = (, $change)
    $import | Import-FIMConfig -Uri $uri | Out-Null
    if (Test-Disabled (Find-Rule)) { throw "The rule '$rule' is still disabled." }
}
Write-Output "The rule '$rule' is enabled."`,
  );
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);
}

/** `contoso.com\mim`: the domain first. Below a country's own second level, such as co.uk, the domain has three labels. */
function domainKeyOf(hostname: string): string {
  const labels = hostname.split('.');
  const domain = labels.slice(/\.(?:com?|org|net|edu|gov|ac|or|ne|go)\.[a-z]{2}$/i.test(hostname) ? -3 : -2);
  const host = labels.slice(0, labels.length - domain.length);
  return [domain.join('.'), ...(host.length > 0 ? [host.join('.')] : [])].join('\\');
}
