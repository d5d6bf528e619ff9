import type { mailServers } from './mailOptions.ts';

/** Each Office 365 cloud's own mail host; the original shows it greyed. */
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

/** The government cloud that a tenant of this cloud is in, where nobody says. */
export function governmentCloudOf(cloud: 'global' | 'china' | 'governmentDod') {
  return cloud === 'governmentDod' ? 'dod' : 'gccHigh';
}
