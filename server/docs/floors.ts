/** A folder as its row tells of it. */
export interface Room {
  readonly name: string;
  /** What is in it. */
  readonly holds: string;
}

/** Folders that stand beside each other: each may import what its row names, and nothing that stands above. */
export interface Floor {
  readonly name: string;
  readonly rooms: readonly Room[];
}

/**
 * The floors of the house, from the top: those of `server/` by the table of its README, to which the test of the architecture holds
 * the imports; the folders of `services/`; and those of `machines/` by the list in docs/architecture.md.
 */
export function floorsOf(serverReadme: string, architecture: string, services: readonly string[]): Floor[] {
  return [
    ...serverFloors(serverReadme),
    { name: 'services', rooms: [{ name: 'services', holds: services.join(', ') }] },
    { name: 'machines', rooms: machineRooms(architecture) },
  ];
}

function serverFloors(readme: string): Floor[] {
  const rows = [...readme.matchAll(/^\|([^|]*)\| `([^`]+)` \|([^|]*)\|[^|]*\|$/gm)];
  const floors: { name: string; rooms: Room[] }[] = [];
  for (const [, floor = '', name = '', holds = ''] of rows) {
    if (floor.trim() !== '') floors.push({ name: floor.trim(), rooms: [] });
    floors.at(-1)?.rooms.push({ name, holds: plain(holds) });
  }
  return floors;
}

function machineRooms(architecture: string): Room[] {
  const [, list = ''] = /^machines\/ .*\n((?: {2}\S.*\n| {3,}\S.*\n)+)/m.exec(architecture) ?? [];
  return [...list.matchAll(/^ {2}(\S+?)\/? +(\S.*)$/gm)]
    .map(([, name = '', holds = '']) => ({ name, holds: plain(holds) }))
    .reverse();
}

function plain(markdown: string): string {
  return markdown.replaceAll('`', '').trim();
}
