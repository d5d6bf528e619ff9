/** A bearer token, and whose it is: that name is the `who` of the journal. */
export interface Token {
  readonly name: string;
  readonly token: string;
}

/** Fewest characters of a token. */
export const shortestToken = 16;

/**
 * Reads a file of tokens, one a line, each with a name before a colon or without one; `#` begins a remark.
 *
 * @returns the tokens, and the numbers of the lines that hold none, nor are empty.
 */
export function readTokens(text: string): { readonly tokens: readonly Token[]; readonly unreadable: readonly number[] } {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/(^|\s)#.*$/, '').trim());
  const read = lines.map((line) => /^(?:([^:]+?)\s*:\s*)?(\S+)$/.exec(line));
  return {
    tokens: read.filter((match) => match !== null).map(([, name, token]) => ({ name: name ?? 'token', token: token! })),
    unreadable: lines.flatMap((line, at) => (line !== '' && read[at] === null ? [at + 1] : [])),
  };
}
