import { expression } from './expression.ts';
import { nationalClouds } from './nationalClouds.ts';

/** What the scripts for Exchange Online are about: which application, and which mailbox it is to open. */
export interface MailboxAccess {
  readonly applicationId: string;
  /** A mail-enabled security group, by its address; its members are the mailboxes that the application may open. */
  readonly group: string;
  /** The mailbox of the MIM Service. */
  readonly mailbox: string;
  /** The mail host of the chosen cloud; left out, it is the global cloud. */
  readonly mailHost?: string | undefined;
}

/** A script for an Exchange Online administrator: it signs in to the cloud, and stops at the first thing that fails. */
export function exchangeScript({ applicationId, group, mailbox, mailHost = '' }: MailboxAccess, body: string): string {
  const environment = nationalClouds[mailHost]?.exchange;
  return `# Run this as an Exchange Online administrator. It needs the module ExchangeOnlineManagement.
& {
    $ErrorActionPreference = 'Stop'
    $application = ${expression(applicationId)}
    $group = ${expression(group)}
    $mailbox = ${expression(mailbox)}

    Connect-ExchangeOnline${environment === undefined ? '' : ` -ExchangeEnvironmentName ${environment}`}

${body.replace(/^\n|\n$/g, '').replace(/^(?=.)/gm, '    ')}
}
`;
}

/**
 * Makes the group and the mailbox its member, where that is not so yet (guide, Registering application using Microsoft Entra admin
 * center, 10: "a distribution or mail-enabled security group and add your MIM Service mailbox into that group").
 */
export const mailboxInGroup = `
if (-not (Get-DistributionGroup -Identity $group -ErrorAction SilentlyContinue)) {
    $new = @{ Name = ($group -split '@')[0]; Type = 'Security'; MemberJoinRestriction = 'Closed' }
    if ($group -like '*@*') { $new['PrimarySmtpAddress'] = $group }
    New-DistributionGroup @new -ErrorAction Stop | Out-Null
}
if (@(Get-DistributionGroupMember -Identity $group -ResultSize Unlimited | Where-Object { $_.PrimarySmtpAddress -eq $mailbox }).Count -eq 0) {
    Add-DistributionGroupMember -Identity $group -Member $mailbox -BypassSecurityGroupManagerCheck -ErrorAction Stop
}
`;
