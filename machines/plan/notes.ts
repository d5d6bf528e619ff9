import { applies } from '../answers/judgeAnswers.ts';
import type { WizardContext } from '../chart/context.ts';
import type { Note } from '../pages/definePage.ts';
import { isPageId, type PageId, pageOf, type ScreenId } from '../pages/screens.ts';
import { factsOf } from '../vocabulary/facts.ts';
import type { Condition } from '../vocabulary/fieldRules.ts';

/** A remark of the guide about answers, and the page that they were given on. */
export interface PageNote extends Omit<Note, 'when'> {
  readonly page: PageId;
}

/** A remark about a page while it is being filled in: it holds always, or as long as another field has a certain answer. */
export interface Remark extends Omit<Note, 'when'> {
  readonly when?: Condition;
}

/** Everything that the guide remarks about the answers so far, once each. */
export function notesOf({ trail, answers, proposals }: WizardContext): PageNote[] {
  const facts = factsOf(answers);
  const notes = trail.filter(isPageId).flatMap((page) => {
    const given: Record<string, unknown> = { ...(answers[page] ?? proposals[page]) };
    return declaredNotes(page)
      .filter(({ when }) => applies(when, given, facts))
      .map(({ code, message }) => ({ code, message, page }));
  });
  return notes.filter(({ code }, at) => notes.findIndex((note) => note.code === code) === at);
}

/** What may be remarked about a page, so that a form can tell it as the choice is made. */
export function remarksOn({ answers }: WizardContext, screen: ScreenId): Remark[] {
  if (!isPageId(screen)) return [];
  return declaredNotes(screen).flatMap(({ code, message, when }): Remark[] => {
    if (typeof when !== 'function') return [{ code, message, when }];
    return when(factsOf(answers)) ? [{ code, message }] : [];
  });
}

function declaredNotes(page: PageId): readonly Note[] {
  return pageOf(page).notes ?? [];
}
