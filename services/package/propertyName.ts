/** Only a property without lower-case letters can be given on the command line. */
export function isPublic(name: string): boolean {
  return /^[A-Z_][A-Z0-9_.]{0,254}$/.test(name);
}

/** Whether it can be the name of a property at all. */
export function isProperty(name: string): boolean {
  return /^[A-Za-z_][\w.]{0,254}$/.test(name);
}
