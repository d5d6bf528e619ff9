/** Whether two JSON values say the same, in whatever order their fields stand. A field that is undefined counts as missing. */
export function sameAs(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one, other] as readonly Readonly<Record<string, unknown>>[];
  const names = new Set([...Object.keys(left!), ...Object.keys(right!)]);
  return [...names].every((name) => sameAs(left![name], right![name]));
}
