/** The language that a document is written in, and what tells the program's own words in it. */
export interface Wording {
  /** As `lang` in HTML has it. */
  readonly language: string;
  readonly tell: (text: string) => string;
}

/** As the program makes them. */
export const english: Wording = { language: 'en', tell: (text) => text };
