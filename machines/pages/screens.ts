import type { z } from 'zod';
import type { Opened, Sealed } from '../vocabulary/secret.ts';
import { accountsScreens } from './accounts.ts';
import { commonServicesScreens } from './commonServices.ts';
import type { Page } from './definePage.ts';
import { installationScreens } from './installation.ts';
import { mailboxApplicationScreens } from './mailboxApplication.ts';
import { mailServerScreens } from './mailServer.ts';
import { passwordPortalsScreens } from './passwordPortals.ts';
import { prepareScreens } from './prepare.ts';
import { serviceAndPortalScreens } from './serviceAndPortal.ts';

/** Everything that can be on screen. Its key is its id everywhere: chart, URL, form and docs. Its place is said in `chart/flow.ts`. */
export const screens = {
  ...prepareScreens,
  ...commonServicesScreens,
  ...mailServerScreens,
  ...mailboxApplicationScreens,
  ...accountsScreens,
  ...serviceAndPortalScreens,
  ...passwordPortalsScreens,
  ...installationScreens,
};

type Screens = typeof screens;
/** The id of anything that can be on screen. */
export type ScreenId = keyof Screens;
/** The ids of the screens of one kind. */
export type IdOfKind<Kind> = { [Id in ScreenId]: Screens[Id]['kind'] extends Kind ? Id : never }[ScreenId];
/** The id of a page that asks. */
export type PageId = IdOfKind<'form'>;
/** The id of a warning that has to be acknowledged. */
export type WarningId = IdOfKind<'warning'>;
/** The id of a warning that lies over its page. */
export type ConfirmationId = { [Id in ScreenId]: Screens[Id] extends { readonly liesOverPage: true } ? Id : never }[ScreenId];
/** The id of an error box on top of a page. */
export type ErrorBoxId = IdOfKind<'error'>;
/** The id of a page whose answers are checked against the environment. */
export type CheckedPageId = { [Id in PageId]: keyof Screens[Id]['checks'] extends never ? never : Id }[PageId];
/** The id of a check of a page's answers. */
export type CheckId = { [Id in PageId]: keyof Screens[Id]['checks'] }[PageId] & string;

type AnswersAsSubmitted<Id extends PageId> = z.output<Screens[Id]['fields']>;
/** A page's answers as the chart holds them: each secret is a reference. */
export type AnswersOf<Id extends PageId> = Sealed<AnswersAsSubmitted<Id>>;
/** Answers by page, as the chart holds them. */
export type Answers = { readonly [Id in PageId]?: AnswersOf<Id> };
/** Answers by page as a service gets them: each secret is its text. */
export type OpenedAnswers = { readonly [Id in PageId]?: Opened<AnswersAsSubmitted<Id>> };

/** The page without the exact type of its fields, for code that treats all pages alike. */
export function pageOf(id: PageId): Page {
  return screens[id] as unknown as Page;
}

/** Whether there is such a screen. */
export function isScreenId(id: string): id is ScreenId {
  return Object.hasOwn(screens, id);
}

/** Whether there is such a screen, and it is a page that asks. */
export function isPageId(id: string): id is PageId {
  return isScreenId(id) && screens[id].kind === 'form';
}

/** Whether there is such a page, and its answers are checked against the environment. */
export function isCheckedPageId(id: string): id is CheckedPageId {
  return isPageId(id) && Object.keys(pageOf(id).checks ?? {}).length > 0;
}

/** Whether a page has no fields: it only tells something. */
export function asksNothing(id: PageId): boolean {
  return Object.keys(pageOf(id).fields.shape).length === 0;
}
