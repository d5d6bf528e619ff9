import { unicodeOr } from '@clack/prompts';
import type { CheckView } from '../view/checks.ts';
import type { TaskView } from '../view/tasks.ts';

/** Signs before a line, in characters that the console can show. */
export const symbols = {
  done: unicodeOr('✔', '+'),
  warning: unicodeOr('▲', '!'),
  failed: unicodeOr('✖', 'x'),
  open: unicodeOr('○', '-'),
};

/** The sign of a check's status. */
export const symbolOfCheck: Readonly<Record<CheckView['status'], string>> = {
  pending: symbols.open,
  passed: symbols.done,
  warning: symbols.warning,
  failed: symbols.failed,
  skipped: symbols.open,
  overridden: symbols.warning,
};

/** The sign of a closing task's state. */
export const symbolOfTask: Readonly<Record<TaskView['state'], string>> = {
  open: symbols.open,
  done: symbols.done,
  skipped: symbols.warning,
  failed: symbols.failed,
};
