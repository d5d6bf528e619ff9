/** The name of a public property of Windows Installer: upper case, digits, underscore and period. */
export function isPublicName(name: string): boolean {
  return /^[A-Z_][A-Z0-9_.]*$/.test(name);
}
