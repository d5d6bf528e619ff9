/**
 * The name of a public property of Windows Installer, as a pattern to be put into larger ones: upper case, digits, underscore
 * and period, not beginning with a digit or a period (Microsoft Learn, "Restrictions on Property Names"); at most 255
 * characters, so that a hostile text is read in linear time.
 */
export const publicName = '[A-Z_][A-Z0-9_.]{0,254}';

/**
 * Whether this names a public property: one that a command line can set.
 *
 * @example isPublicName('SQLSERVER_SERVER') // true
 * @example isPublicName('mailServer.type') // false: a name of our own, for a property that nobody knows
 */
export function isPublicName(name: string): boolean {
  return whole.test(name);
}

const whole = new RegExp(`^${publicName}$`);
