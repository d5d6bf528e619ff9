import { webAddresses } from '../../http/webAddresses.ts';

type Addresses = typeof webAddresses;
type PartOf<Address extends string> = Address extends `${string}:${infer Part}/${infer Rest}`
  ? Part | PartOf<`/${Rest}`>
  : Address extends `${string}:${infer Part}`
    ? Part
    : never;

/**
 * Where this wizard shows something, as a link has it.
 *
 * @example addressOf('pageBehind', { id: view.id, page: 'database' })
 */
export function addressOf<Name extends keyof Addresses>(
  name: Name,
  parts: Readonly<Record<PartOf<Addresses[Name]>, string>>,
): string {
  const given: Readonly<Record<string, string>> = parts;
  return webAddresses[name].replaceAll(/:(\w+)/g, (_, part: string) => encodeURIComponent(given[part] ?? ''));
}
