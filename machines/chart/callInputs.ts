import type { CheckedPageId } from '../pages/screens.ts';
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

export function pageSubjectOf(context: WizardContext, page: CheckedPageId) {
  return { ...subjectOf(context), page };
}

export function registrationSubjectOf(context: WizardContext) {
  return { ...subjectOf(context), registration: context.registration! };
}
