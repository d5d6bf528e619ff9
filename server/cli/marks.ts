import { unicodeOr } from '@clack/prompts';
import type { CheckView } from '../view/checks.ts';
import type { TaskView } from '../view/tasks.ts';

/** Signs before a line, in characters that the console can show. */
export const marks = {
  done: unicodeOr('✔', '+'),
  warning: unicodeOr('▲', '!'),
  failed: unicodeOr('✖', 'x'),
  open: unicodeOr('○', '-'),
};

/** The sign of a check's status. */
export const markOfCheck: Readonly<Record<CheckView['status'], string>> = {
  pending: marks.open,
  passed: marks.done,
  warning: marks.warning,
  failed: marks.failed,
  overridden: marks.warning,
};

/** The sign of a closing task's state. */
export const markOfTask: Readonly<Record<TaskView['state'], string>> = {
  open: marks.open,
  done: marks.done,
  skipped: marks.warning,
  failed: marks.failed,
};
