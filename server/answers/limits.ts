/** No file of answers comes near to these: there are some thirty pages, with some ten fields each. */
export const limits = {
  /** Names, values and marks of a text. */
  parts: 6000,
  /** How deep they nest. */
  depth: 32,
  /** Values that stand for another one: each is looked for in the whole text. */
  aliases: 100,
  /** Findings that are told; who has mended those will find the others. */
  findings: 50,
} as const;

/**
 * What is said of a text that passes a limit, in English.
 *
 * @param most how many there may be.
 */
export const tooMany = (most: number) => `There is more in it than in any such file: over ${most} names, values and marks.`;

/** As {@link tooMany}: of values that stand for another one. */
export const tooOften = `It refers to other values more often than any file of answers: over ${limits.aliases} times.`;

/** As {@link tooMany}: of what nests too deep. */
export const tooDeep = `It nests deeper than ${limits.depth} levels. No answer does.`;
