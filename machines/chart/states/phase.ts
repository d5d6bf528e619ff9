import type { ConfirmationId, ErrorBoxId, PageId, WarningId } from '../../pages/screens.ts';
import { nextOf } from '../flow.ts';
import type { InterviewLine } from '../flowLines.ts';
import { confirmation } from './confirmation.ts';
import { errorBox } from './errorBox.ts';
import { page } from './page.ts';
import { registration } from './registration.ts';
import { warning } from './warning.ts';

type Lines = Readonly<Record<string, InterviewLine>>;

/** A phase of the interview as a state of the chart, with a state within for each of its lines. It begins with the first one. */
export function phase(lines: Lines) {
  const states = Object.entries(lines).map(([name, line]) => [name, stateOf(name, line, lines)] as const);
  return { initial: states[0]![0], states: Object.fromEntries(states) };
}

/** Under each name a phase holds a line of that name's kind: `LineOf` promises it to the casts. */
function stateOf(name: string, line: InterviewLine, lines: Lines) {
  switch (line.kind) {
    case 'page':
      return page(name as PageId, { ...line, next: nextOf(name as PageId), ...asidesOf(name, lines) });
    case 'warning':
      return warning(name as WarningId, { ...line, next: nextOf(name as WarningId) });
    case 'errorBox':
      return errorBox(name as ErrorBoxId, line);
    case 'confirmation':
      return confirmation(name as ConfirmationId, line);
    case 'registration':
      return registration(name, line);
  }
}

/** What lies over a page: its error boxes, and what comes by its answers otherwise. */
function asidesOf(page: string, lines: Lines) {
  const over = Object.entries(lines).flatMap(([name, line]) => ('over' in line && line.over === page ? [{ name, line }] : []));
  const boxes = over.flatMap(({ name, line }) => (line.kind === 'errorBox' ? [{ box: name as ErrorBoxId, line }] : []));
  const refusal = boxes.flatMap(({ box, line }) => ('unless' in line ? [{ box, ...line }] : []))[0];
  const register = over.find(({ line }) => line.kind === 'registration')?.name;
  return {
    errorBoxes: Object.fromEntries(boxes.flatMap(({ box, line }) => ('found' in line ? [[line.found, box]] : []))),
    ...(refusal && { accepts: { guard: refusal.unless, otherwise: refusal.box, note: refusal.note } }),
    ...(register !== undefined && { register }),
  };
}
