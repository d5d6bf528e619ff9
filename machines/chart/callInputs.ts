import { answersOf } from '../answers/answersOf.ts';
import type { CheckedPageId } from '../pages/screens.ts';
import { restsOn } from '../ports/restsOn.ts';
import type { WizardContext } from './context.ts';

/** What a service needs to know of the answers so far. */
export function subjectOf({ id, answers, package: path, registration }: WizardContext) {
  return {
    installation: id,
    answers,
    ...(path !== null && { package: path }),
    ...(registration && { mailbox: registration.mailbox }),
  };
}

/** With what settles its properties, and what is told of its package. */
export function wholeSubjectOf(context: WizardContext) {
  const { settlements, listing } = context;
  return { ...subjectOf(context), settlements, ...(listing && { listing }) };
}

/** Of the answers only those that the page's checks rest on. */
export function pageSubjectOf(context: WizardContext, page: CheckedPageId) {
  return { ...subjectOf(context), answers: answersOf(context.answers, [page, ...restsOn[page]]), page };
}

export function registrationSubjectOf(context: WizardContext) {
  return { ...subjectOf(context), registration: context.registration! };
}
