import { z } from 'zod';
import type { LogPlace } from './lineSplitter.ts';
import { emptyStory, type LogStory } from './logStory.ts';

/** Up to where a log has been read and shown, and what it told until there: what a follower keeps for the one after it. */
export interface KeptPlace {
  readonly place: LogPlace;
  readonly story: LogStory;
  readonly shownBytes: number;
  readonly run: number;
}

const keptForm = z.object({
  place: z.object({
    position: z.number(),
    encoding: z.enum(['utf-16le', 'utf-16be', 'bytes']).nullable(),
    codePage: z.string().nullable().default(null),
  }),
  story: z.looseObject({ phase: z.string(), percent: z.number() }),
  shownBytes: z.number(),
  run: z.number(),
});

/**
 * Reads a place that was kept; null where it has not its form. Followers alone write it, so the inside of its story is not checked.
 */
export function parseKeptPlace(value: unknown): KeptPlace | null {
  const { success, data } = keptForm.safeParse(value);
  return success ? ({ ...data, story: { ...emptyStory(), ...data.story } } as KeptPlace) : null;
}
