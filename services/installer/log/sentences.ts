/** What has been found out of the three sentences by which a log speaks of actions, in the language that it is written in. */
export interface Sentences {
  /** The words before the time, of an action that starts, and of one that is only told of. */
  starts: string | null;
  tells: string | null;
  /** The words before the time, and those behind the action, of one that has ended. */
  ends: string | null;
  /** The actions whose start was told, and not yet their end. */
  started: string[];
  /** Ends without success that were seen before it was known what an end looks like: the first of each sentence. */
  perhaps: Record<string, { action: string; value: number; lines: string[] }>;
}
