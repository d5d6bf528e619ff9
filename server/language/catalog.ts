/**
 * Texts in another language, by the English ones that the program makes. In a key, `{name}` stands for what the program puts there;
 * the text is an ICU message with the same names.
 */
export type Catalog = Readonly<Record<string, string>>;
