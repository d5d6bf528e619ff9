import { exchangeScript, type MailboxAccess } from './exchangeScript.ts';

/**
 * The script that lets the application use Exchange Web Services in Exchange Online, which have otherwise been blocked since
 * 1 October 2026: first the allow list, as Microsoft advises, then the switch of the organization, then that of the mailbox ("Control
 * access to EWS in Exchange"; both switches have to be on, message center MC1015893). The command writes the whole list, so what is
 * on it already is kept. It can be run again.
 */
export function ewsAllowListScript(access: MailboxAccess): string {
  return exchangeScript(
    access,
    `
$policy = Get-OrganizationConfig -RetrieveEwsOperationAccessPolicy -ErrorAction Stop
if ($null -eq $policy) { throw 'The allow list cannot be read. Nothing was changed.' }
$allowed = @(@($policy.EwsAllowedAppIDs) | ForEach-Object { "$_" -split ',' } | ForEach-Object { $_.Trim() } | Where-Object { $_ })
if ($allowed -notcontains $application) {
    Set-OrganizationConfig -EwsAllowedAppIDs (($allowed + $application) -join ',') -ErrorAction Stop
}
if ((Get-OrganizationConfig -ErrorAction Stop).EwsEnabled -ne $true) {
    Set-OrganizationConfig -EwsEnabled $true -ErrorAction Stop
}
if ((Get-CASMailbox -Identity $mailbox -ErrorAction Stop).EwsEnabled -eq $false) {
    Set-CASMailbox -Identity $mailbox -EwsEnabled $true -ErrorAction Stop
}
Write-Output 'Exchange Web Services are enabled, and the application is on their allow list. It may take a day to take effect. On 1 April 2027 Exchange Online switches them off for good.'
`,
  );
}
