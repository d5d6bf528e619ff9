import { exchangeScript, type MailboxAccess, mailboxInGroup } from './exchangeScript.ts';
import { expression } from './expression.ts';

/** Beside the mailbox and its group: the application as Exchange Online is to know it. */
export interface ApplicationRole extends MailboxAccess {
  /** The object ID of the enterprise application (the service principal), not of its registration. */
  readonly servicePrincipalId: string;
}

/**
 * The script that opens the mailbox by RBAC for Applications, which Microsoft recommends in place of new access policies ("Role Based
 * Access Control for Applications in Exchange Online"). What it grants adds to what Entra grants, so `full_access_as_app` has to be
 * taken from the application: the script says so at its end. It can be run again.
 */
export function applicationRoleScript({ servicePrincipalId, ...access }: ApplicationRole): string {
  return exchangeScript(
    access,
    `$principal = ${expression(servicePrincipalId)}
$role = 'Application EWS.AccessAsApp'
${mailboxInGroup}
if (-not (Get-ServicePrincipal -Identity $principal -ErrorAction SilentlyContinue)) {
    New-ServicePrincipal -AppId $application -ObjectId $principal -DisplayName 'MIM Service' -ErrorAction Stop | Out-Null
}
$scope = "MIM Service $application"
if (-not (Get-ManagementScope -Identity $scope -ErrorAction SilentlyContinue)) {
    $members = (Get-DistributionGroup -Identity $group).DistinguishedName -replace "'", "''"
    New-ManagementScope -Name $scope -RecipientRestrictionFilter "MemberOfGroup -eq '$members'" -ErrorAction Stop | Out-Null
}
$granted = @(Test-ServicePrincipalAuthorization -Identity $principal -Resource $mailbox | Where-Object { $_.RoleName -eq $role })
if ($granted.Count -eq 0) {
    New-ManagementRoleAssignment -App $principal -Role $role -CustomResourceScope $scope -ErrorAction Stop | Out-Null
    $granted = @(Test-ServicePrincipalAuthorization -Identity $principal -Resource $mailbox | Where-Object { $_.RoleName -eq $role })
}
if (@($granted | Where-Object { [string] $_.InScope -eq 'True' }).Count -eq 0) {
    throw "The role does not open $mailbox. See that it is a member of $group, then run this again."
}
Write-Output "The application may open $mailbox; it may take two hours to take effect. Now remove the permission full_access_as_app from the application in Microsoft Entra: as long as it has that, it may open every mailbox."
`,
  );
}
