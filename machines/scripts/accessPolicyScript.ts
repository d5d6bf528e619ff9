import { exchangeScript, type MailboxAccess, mailboxInGroup } from './exchangeScript.ts';

/**
 * The script by which an Exchange Online administrator restricts the application to the mailbox; `full_access_as_app` opens
 * every mailbox until then (guide, Registering application using Microsoft Entra admin center, 10). It makes the group and the
 * mailbox its member, then the policy. It can be run again: what is there is not made once more. It ends with an error where the
 * application may not open the mailbox.
 */
export function accessPolicyScript(access: MailboxAccess): string {
  return exchangeScript(
    access,
    `${mailboxInGroup}
$policies = @(Get-ApplicationAccessPolicy | Where-Object { $_.AppId -eq $application -and $_.AccessRight -eq 'RestrictAccess' })
if ($policies.Count -eq 0) {
    $policies = @(New-ApplicationAccessPolicy -AccessRight RestrictAccess -AppId $application -PolicyScopeGroupId $group -Description 'Restrict MIM Service app to members of this group')
}

$result = (Test-ApplicationAccessPolicy -AppId $application -Identity $mailbox).AccessCheckResult
if ($result -ne 'Granted') {
    throw "The application may not open $mailbox ($result). See that it is a member of $group, and that no other policy is in the way:" + ($policies | Format-List | Out-String)
}
Write-Output "The application may open $mailbox. A new policy may take an hour to take effect."
`,
  );
}
