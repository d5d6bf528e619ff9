import type { z } from 'zod';
import type { toProblemDetails } from '../../server/http/problemDetails.ts';
import type { check } from '../../server/http/replySchemas/checks.ts';
import type { history } from '../../server/http/replySchemas/history.ts';
import type { pageDeclaration } from '../../server/http/replySchemas/pages.ts';
import type { problemDetails } from '../../server/http/replySchemas/problemDetails.ts';
import type { view } from '../../server/http/replySchemas/view.ts';
import type { CheckView } from '../../server/view/checks.ts';
import type { historyOf } from '../../server/view/history.ts';
import type { declarationOf } from '../../server/view/pageDeclaration.ts';
import type { View } from '../../server/view/view.ts';

/**
 * It does not compile where a reply could be what its documented schema does not allow. What the view's `can` may hold is
 * narrower than the type of the chart's events tells, since some of those come from nowhere but inside.
 */
export type Documented = [
  Fits<Omit<View, 'can'>, Omit<z.output<typeof view>, 'can'>>,
  Fits<CheckView, z.output<typeof check>>,
  Fits<ReturnType<typeof historyOf>, z.output<typeof history>>,
  Fits<ReturnType<typeof toProblemDetails>, z.output<typeof problemDetails>>,
  Fits<ReturnType<typeof declarationOf>, z.output<typeof pageDeclaration>>,
];

type Fits<Given, Schema> = [Known<Given>] extends [DeepReadonly<Schema>] ? true : { readonly notAsDocumented: Given };

/** What the code itself does not know the type of is left to the test that holds real replies against the document. */
type Known<T> = unknown extends T ? never : T extends object ? { readonly [Key in keyof T]: Known<T[Key]> } : T;

type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

const documented: Documented = [true, true, true, true, true];
void documented;
