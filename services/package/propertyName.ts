/** Whether it can be the name of a property at all, public or private. */
export function isProperty(name: string): boolean {
  return /^[A-Za-z_][\w.]{0,254}$/.test(name);
}
