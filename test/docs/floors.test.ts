import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { floorsOf } from '../../server/docs/floors.ts';

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

const floors = floorsOf(
  readFileSync('server/README.md', 'utf8'),
  readFileSync('docs/architecture.md', 'utf8'),
  folders('services'),
);
const roomsOf = (...names: string[]) =>
  floors
    .filter(({ name }) => names.includes(name))
    .flatMap(({ rooms }) => rooms.map(({ name }) => name))
    .toSorted();

describe('The picture of the floors', () => {
  it('goes from the programs down to the machines', () => {
    expect(floors.map(({ name }) => name)).toEqual([
      'programs',
      'faces',
      'shown',
      'host',
      'store',
      'beside',
      'services',
      'machines',
    ]);
  });

  it('has every folder of server/ and of machines/, and names those of services/', () => {
    expect(roomsOf('programs', 'faces', 'shown', 'host', 'store', 'beside')).toEqual(
      ['main.ts', 'start.js', ...folders('server')].toSorted(),
    );
    expect(roomsOf('machines').filter((name) => !name.endsWith('.ts'))).toEqual(folders('machines'));
    expect(floors.find(({ name }) => name === 'services')?.rooms[0]?.holds).toBe(folders('services').join(', '));
  });
});
