import type { Import } from './imports.ts';

/** What each of something leads to. */
export type Links = ReadonlyMap<string, readonly string[]>;

/** The way round one circle, in its order; nothing where there is none. */
export function circleIn(links: Links): string[] {
  const done = new Set<string>();
  const visit = (path: string, behind: readonly string[]): string[] => {
    const at = behind.indexOf(path);
    if (at >= 0) return [...behind.slice(at), path];
    if (done.has(path)) return [];
    for (const next of links.get(path) ?? []) {
      const circle = visit(next, [...behind, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  return [...links.keys()].map((path) => visit(path, [])).find((circle) => circle.length > 0) ?? [];
}

/** Those that lead to each other, whatever lies between: each group in alphabetical order, joined by `↔`. */
export function circlesIn(links: Links): string[] {
  const reached = new Map([...links.keys()].map((one) => [one, reachedFrom(one, links)]));
  const circles = [...reached].map(([one, others]) =>
    [...others]
      .filter((other) => reached.get(other)?.has(one))
      .toSorted()
      .join(' ↔ '),
  );
  return [...new Set(circles)].filter((circle) => circle !== '').toSorted();
}

/**
 * Which folder imports from which, of those that stand in the same folder: each with all that is below it. A folder and the files
 * beside its subfolders are one thing, and are not held against each other.
 */
export function linksOfFolders(imports: readonly Import[]): Links {
  const links = new Map<string, string[]>();
  for (const { from, what, isPackage } of imports) {
    if (isPackage) continue;
    const [here, there] = [from.split('/'), what.split('/')];
    const parting = here.findIndex((name, at) => name !== there[at]);
    // One of them is a file of the folder that they share.
    if (parting < 0 || parting >= here.length - 1 || parting >= there.length - 1) continue;
    const [one, other] = [here, there].map((parts) => parts.slice(0, parting + 1).join('/')) as [string, string];
    links.set(one, [...(links.get(one) ?? []), other]);
  }
  return links;
}

function reachedFrom(start: string, links: Links): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    for (const next of links.get(one) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(next);
    }
  }
  return reached;
}
