import type { MailboxAccess } from './exchangeScript.ts';
import { expression } from './expression.ts';
import { nationalClouds } from './nationalClouds.ts';
import { pastedBlock } from './pastedBlock.ts';

/**
 * The script that runs Microsoft's own Create-MIMMailboxApp.ps1 (guide, Registering application using a PowerShell script), wherever
 * below the current folder it was unpacked to. In a national cloud that takes further parameters, which the guide does not name: those
 * that allow one of the names of this cloud are given it; where there are none, the parameters are listed, to be filled in by hand.
 */
export function vendorScript({ mailbox, mailHost = '' }: Pick<MailboxAccess, 'mailbox' | 'mailHost'>): string {
  const national = nationalClouds[mailHost];
  return pastedBlock(
    "Registers the mailbox application by Microsoft's own script. Run it in Windows PowerShell, in the folder that you unpacked the zip to.",
    `
$mailbox = ${expression(mailbox)}
$further = @{}
$script = Get-ChildItem -Path . -Filter Create-MIMMailboxApp.ps1 -Recurse -File | Select-Object -First 1
if (-not $script) {
    throw 'Create-MIMMailboxApp.ps1 is not below this folder. It is in Scripts.zip and in "Service and Portal.zip", which come with the installer: unpack one of them here.'
}
${national ? forNationalCloud([national.exchange, national.entra, national.graph]) : ''}
& $script.FullName -MailboxAccountEmail $mailbox @further`,
  );
}

function forNationalCloud(names: readonly string[]): string {
  return `
$names = ${names.map(expression).join(', ')}
$known = (Get-Command -Name $script.FullName).Parameters
foreach ($parameter in $known.Values) {
    $allowed = @($parameter.Attributes | Where-Object { $_ -is [System.Management.Automation.ValidateSetAttribute] } | ForEach-Object { $_.ValidValues })
    $name = $names | Where-Object { $allowed -contains $_ } | Select-Object -First 1
    if ($name -and -not $further.ContainsKey($parameter.Name)) { $further[$parameter.Name] = $name }
}
if ($further.Count -eq 0) {
    throw ('For this cloud the script needs further parameters, and none of its own offers a name of the cloud. It has these: ' + ($known.Keys -join ', ') + '. Enter those that are needed in $further at the top, such as @{ Name = ''' + $names[0] + ''' }. Names of this cloud are ' + ($names -join ', ') + '.')
}`;
}
