/** What the access policy is about: which application, and to which mailbox it is restricted. */
export interface AccessPolicy {
  readonly applicationId: string;
  /** A mail-enabled security group, by its address; its members are the mailboxes that the application may open. */
  readonly group: string;
  /** The mailbox of the MIM Service. */
  readonly mailbox: string;
}

/**
 * The script by which an Exchange Online administrator restricts the application to the mailbox; `full_access_as_app` opens
 * every mailbox until then (guide, Registering application using Microsoft Entra admin center, 10). It may be run again.
 */
export function accessPolicyScript({ applicationId, group, mailbox }: AccessPolicy): string {
  return `# Run this as an Exchange Online administrator. It needs the module ExchangeOnlineManagement.
$ErrorActionPreference = 'Stop'
$application = ${quoted(applicationId)}
$group = ${quoted(group)}
$mailbox = ${quoted(mailbox)}

Connect-ExchangeOnline

$policies = Get-ApplicationAccessPolicy -ErrorAction SilentlyContinue | Where-Object { $_.AppId -eq $application }
if (-not $policies) {
  New-ApplicationAccessPolicy -AccessRight RestrictAccess -AppId $application -PolicyScopeGroupId $group -Description 'Restrict MIM Service app to members of this group'
}

# Expect AccessCheckResult: Granted. A new policy takes up to an hour to have its effect.
Test-ApplicationAccessPolicy -AppId $application -Identity $mailbox
`;
}

/** A PowerShell literal: nothing in it is evaluated. PowerShell takes typographic quotes for quotes, too. */
function quoted(text: string): string {
  return `'${text.replace(/[\r\n]/g, ' ').replace(/['‘’‚‛]/g, '$&$&')}'`;
}
