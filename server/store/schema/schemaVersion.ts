/**
 * Which form of the tables this release knows: how many migrations there are. By it a database that is up to date is opened without
 * loading them. A first release left the number 1.
 */
export const schemaVersion = 6;
