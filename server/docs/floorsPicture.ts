import { wrapped } from '../cli/wrapped.ts';
import { escapeText } from '../drawing/escape.ts';
import type { Floor, Room } from './floors.ts';

const width = 1120;
const margin = 16;
const labelWidth = 92;
const gap = 10;
/** Heights of a line of text, and widths of a character, in user units. */
const line = 15;
const character = 6.1;

/** `docs/floors.svg`: the folders as the floors of a house. Imports lead down and never up. */
export function floorsPicture(floors: readonly Floor[]): string {
  let top = margin;
  const drawn = floors.map((floor) => {
    const height = heightOf(floor);
    const svg = drawFloor(floor, top, height);
    top += height + gap;
    return svg;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top - gap + margin}" role="img" aria-labelledby="title">
<title id="title">The floors of the house: imports lead down and never up</title>
<style>${styleSheet}</style>
<rect class="ground" width="${width}" height="${top - gap + margin}"/>
${drawn.join('\n')}
</svg>
`;
}

function drawFloor({ name, rooms }: Floor, top: number, height: number): string {
  const each = roomWidth(rooms.length);
  const boxes = rooms.map((room, at) => drawRoom(room, margin + labelWidth + at * (each + gap), top, each, height));
  return `<text class="floor" x="${margin}" y="${top + height / 2 + 4}">${escapeText(name)}</text>\n${boxes.join('\n')}`;
}

function drawRoom(room: Room, left: number, top: number, each: number, height: number): string {
  const text = linesOf(room, each).map(
    (words, at) => `<text class="holds" x="${left + 10}" y="${top + 38 + at * line}">${escapeText(words)}</text>`,
  );
  return `<rect class="room" x="${left}" y="${top}" width="${each}" height="${height}" rx="4"/>
<text class="name" x="${left + 10}" y="${top + 20}">${escapeText(room.name)}</text>
${text.join('\n')}`;
}

function heightOf({ rooms }: Floor): number {
  return 36 + Math.max(...rooms.map((room) => linesOf(room, roomWidth(rooms.length)).length)) * line;
}

function linesOf({ holds }: Room, each: number): string[] {
  return wrapped(holds, Math.floor((each - 20) / character)).split('\n');
}

/** Rooms of one floor are equally wide, to half a unit. */
function roomWidth(rooms: number): number {
  return Math.floor(((width - 2 * margin - labelWidth - gap * (rooms - 1)) / rooms) * 2) / 2;
}

const styleSheet = `
svg { color-scheme: light dark; --ground: #ffffff; --room: #f5f5f4; --rim: #0f6cbd; --ink: #201f1e; --quiet: #55534f;
  font-family: 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif; }
@media (prefers-color-scheme: dark) {
  svg { --ground: #1b1a19; --room: #292827; --rim: #62abf5; --ink: #f3f2f1; --quiet: #bdbab6; }
}
.ground { fill: var(--ground); }
.room { fill: var(--room); stroke: var(--rim); }
.floor { font-size: 13px; fill: var(--quiet); }
.name { font-size: 13px; font-weight: 600; fill: var(--ink); }
.holds { font-size: 11px; fill: var(--quiet); }
`;
