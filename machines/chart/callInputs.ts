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

/** The same, with what settles its properties and what somebody has told of its package. */
export function wholeSubjectOf(context: WizardContext) {
  const { settlements, listing } = context;
  return { ...subjectOf(context), settlements, ...(listing && { listing }) };
}

/** What the checks of a page need to know: of the answers, only its own and those that they rest on. */
export function pageSubjectOf(context: WizardContext, page: CheckedPageId) {
  return { ...subjectOf(context), answers: answersOf(context.answers, [page, ...restsOn[page]]), page };
}

/** What a step of the registration needs to know. */
export function registrationSubjectOf(context: WizardContext) {
  return { ...subjectOf(context), registration: context.registration! };
}
