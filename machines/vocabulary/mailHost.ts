import type { mailServers } from './mailOptions.ts';

/**
 * The host of the mail server: each Office 365 cloud has its own, which the original shows greyed; of another server it is the one
 * that was entered.
 *
 * @example mailHost('office365Government', undefined, 'dod', 'global') // 'outlook-dod.office365.us'
 */
export function mailHost(
  type: keyof typeof mailServers,
  host: string | undefined,
  governmentCloud: 'gccHigh' | 'dod' | undefined,
  cloud: 'global' | 'china' | 'governmentDod',
): string | undefined {
  if (type === 'office365') return 'outlook.office365.com';
  if (type === 'office365China') return 'partner.outlook.cn';
  if (type === 'office365Government') {
    return (governmentCloud ?? governmentCloudOf(cloud)) === 'dod' ? 'outlook-dod.office365.us' : 'outlook.office365.us';
  }
  return host;
}

/** The government cloud that a tenant of this cloud is taken to be in, where the answers do not say. */
export function governmentCloudOf(cloud: 'global' | 'china' | 'governmentDod') {
  return cloud === 'governmentDod' ? 'dod' : 'gccHigh';
}
