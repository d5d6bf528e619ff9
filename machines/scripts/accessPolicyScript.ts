import { verbatimString } from './verbatimString.ts';

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
 * every mailbox until then (guide, Registering application using Microsoft Entra admin center, 10).
 */
export function accessPolicyScript({ applicationId, group, mailbox, mailHost = '' }: AccessPolicy): string {
  const environment = environments[mailHost] ?? '';
  return `# Run this as an Exchange Online administrator. It needs the module ExchangeOnlineManagement.
Connect-ExchangeOnline${environment && ` -ExchangeEnvironmentName ${environment}`}

New-ApplicationAccessPolicy \`
  -AccessRight RestrictAccess \`
  -AppId ${verbatimString(applicationId)} \`
  -PolicyScopeGroupId ${verbatimString(group)} \`
  -Description 'Restrict MIM Service app to members of this group'

# Expect AccessCheckResult: Granted. A new policy may take an hour to have its effect.
Test-ApplicationAccessPolicy -AppId ${verbatimString(applicationId)} -Identity ${verbatimString(mailbox)}
`;
}

/** National clouds by their mail host, as Connect-ExchangeOnline names them. */
const environments: Readonly<Record<string, string>> = {
  'partner.outlook.cn': 'O365China',
  'outlook.office365.us': 'O365USGovGCCHigh',
  'outlook-dod.office365.us': 'O365USGovDoD',
};
