import { isPageId, isScreenId, type PageId, type ScreenId, type WarningId } from '../pages/screens.ts';
import type { BranchName } from './branches.ts';

/** Phases by name, and in them lines by the name of their state. */
type Lines = Readonly<Record<string, Readonly<Record<string, Line>>>>;

interface Line {
  readonly kind: string;
  readonly showsIf?: BranchName;
}

/** Screens without a line: a flow that leaves one out does not compile. */
type Forgotten<F extends Lines> = Exclude<ScreenId, { [Name in keyof F]: keyof F[Name] }[keyof F]>;
type Whole<F extends Lines> = [Forgotten<F>] extends [never] ? unknown : { readonly 'has no line for': Forgotten<F> };

/** What the flow tells of a screen. */
export interface FlowOrder {
  /** Every screen, in order. */
  readonly screenIds: readonly ScreenId[];
  /** Every page that asks, in order. */
  readonly pageIds: readonly PageId[];
  /** The phase that a screen belongs to; one that no longer exists, as older installations may name one, is its own phase. */
  phaseOf(screen: ScreenId): string;
  /** The question that has to be answered with yes for a screen to show; undefined for one that always shows. */
  showsIf(screen: ScreenId): BranchName | undefined;
  /** The screen at which the way goes on behind this one: the next page, warning or stage below. */
  nextOf(screen: PageId | WarningId): ScreenId;
}

/** Reads off a flow what its lines say together. A flow has a line for every screen, or does not compile. */
export function readFlow<F extends Lines>(flow: F & Whole<F>): FlowOrder {
  const places = Object.entries(flow as Lines).flatMap(([phase, lines]) =>
    Object.entries(lines).map(([name, line]) => ({ phase, name, line })),
  );
  const screenIds = places.map(({ name }) => name).filter(isScreenId);
  const placeOf = (screen: ScreenId) => places.find(({ name }) => name === screen);
  return {
    screenIds,
    pageIds: screenIds.filter(isPageId),
    phaseOf: (screen) => placeOf(screen)?.phase ?? screen,
    showsIf: (screen) => placeOf(screen)?.line.showsIf,
    nextOf: (screen) => {
      const at = places.findIndex(({ name }) => name === screen);
      return places.slice(at + 1).find(({ line }) => leadsOn.has(line.kind))!.name as ScreenId;
    },
  };
}

const leadsOn: ReadonlySet<string> = new Set(['page', 'warning', 'stage']);
