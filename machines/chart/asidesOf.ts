import type { ErrorBoxId } from '../pages/screens.ts';
import type { InterviewLine } from './flowLines.ts';

/** The lines of a phase of the interview, by the names of their states. */
export type Lines = Readonly<Record<string, InterviewLine>>;

/** What lies over a page, by the lines of its phase: its error boxes, and what gets its answers by registering. */
export function asidesOf(page: string, lines: Lines) {
  const over = Object.entries(lines).flatMap(([name, line]) => ('over' in line && line.over === page ? [{ name, line }] : []));
  const boxes = over.flatMap(({ name, line }) => (line.kind === 'errorBox' ? [{ box: name as ErrorBoxId, line }] : []));
  const refusal = boxes.flatMap(({ box, line }) => ('when' in line ? [{ box, ...line }] : []))[0];
  const register = over.find(({ line }) => line.kind === 'registration')?.name;
  return {
    errorBoxes: Object.fromEntries(boxes.flatMap(({ box, line }) => ('found' in line ? [[line.found, box]] : []))),
    ...(refusal && { refused: { guard: refusal.when, target: `#${refusal.box}`, actions: refusal.note } }),
    ...(register !== undefined && { register }),
  };
}
