import type { Status } from '../../../host/status.ts';
import type { PageBehind } from '../../../view/pageBehind.ts';
import type { View } from '../../../view/view.ts';

export type { PageBehind, Status, View };
export type Check = View['checks'][number];
export type OutlineEntry = View['outline'][number];
export type OpenAnswer = View['openAnswers'][number];
export type Task = View['tasks'][number];
export type SignInPrompt = NonNullable<View['signIn']>;
/** An event as it is sent: its type, and what it says. */
export type EventBody = { readonly type: string } & Readonly<Record<string, unknown>>;
