/** Where something stands in a text of YAML or JSON: names, and places in lists, from the outside in. */
export type Path = readonly (string | number)[];

/** Something in a text that can't be read, or would be read as something else than stands there. */
export interface TextFinding {
  /** Characters from the beginning. */
  readonly offset: number;
  readonly message: string;
}

/** What a text says, and where everything in it stands. */
export interface ReadText {
  /** What can't be read; then there is no content. */
  readonly findings: readonly TextFinding[];
  readonly content: unknown;
  /** Where something stands: the name of what should not be there, else its value; for what is not there, where it belongs. */
  offsetOf(path: Path, which: 'name' | 'value'): number;
}

/** A text of which nothing can be read. */
export function unread(offset: number, message: string): ReadText {
  return { findings: [{ offset, message }], content: undefined, offsetOf: () => 0 };
}
