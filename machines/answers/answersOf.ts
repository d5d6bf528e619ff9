import type { Answers, PageId } from '../pages/screens.ts';

/** The answers of these pages alone. */
export function answersOf(answers: Answers, pages: readonly PageId[]): Answers {
  return Object.fromEntries(pages.flatMap((page) => (answers[page] ? [[page, answers[page]]] : [])));
}
