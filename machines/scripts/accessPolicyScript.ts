import { expression } from './expression.ts';

/** What the access policy is about: which application, and to which mailbox it is restricted. */
export interface AccessPolicy {
  readonly applicationId: string;
  /** A mail-enabled security group, by its address; its members are the mailboxes that the application may open. */
  readonly group: string;
  /** The mailbox of the MIM Service. */
  readonly mailbox: string;
  /** The mail host of the chosen cloud; the global one, left out. */
  readonly mailHost?: string | undefined;
}

/**
 * The script by which an Exchange Online administrator restricts the application to the mailbox; `full_access_as_app` opens
 * every mailbox until then (guide, Registering application using Microsoft Entra admin center, 10). It can be run again: a policy
 * that is there is not made once more. It ends with an error where the application may not open the mailbox.
 */
export function accessPolicyScript({ applicationId, group, mailbox, mailHost = '' }: AccessPolicy): string {
  const environment = environments[mailHost];
  return `# Run this as an Exchange Online administrator. It needs the module ExchangeOnlineManagement.
& {
    $ErrorActionPreference = 'Stop'
    $application = ${expression(applicationId)}
    $group = ${expression(group)}
    $mailbox = ${expression(mailbox)}

    Connect-ExchangeOnline${environment === undefined ? '' : ` -ExchangeEnvironmentName ${environment}`}

    $policies = @(Get-ApplicationAccessPolicy | Where-Object { $_.AppId -eq $application -and $_.AccessRight -eq 'RestrictAccess' })
    if ($policies.Count -eq 0) {
        $policies = @(New-ApplicationAccessPolicy -AccessRight RestrictAccess -AppId $application -PolicyScopeGroupId $group -Description 'Restrict MIM Service app to members of this group')
    }

    $result = (Test-ApplicationAccessPolicy -AppId $application -Identity $mailbox).AccessCheckResult
    if ($result -ne 'Granted') {
        throw "The application may not open $mailbox ($result). See that it is a member of $group, and that no other policy is in the way:" + ($policies | Format-List | Out-String)
    }
    Write-Output "The application may open $mailbox. A new policy may take an hour to have its effect."
}
`;
}

/** National clouds by their mail host, as Connect-ExchangeOnline names them. */
const environments: Readonly<Record<string, string>> = {
  'partner.outlook.cn': 'O365China',
  'outlook.office365.us': 'O365USGovGCCHigh',
  'outlook-dod.office365.us': 'O365USGovDoD',
};
