/** A command line as the program finds it that it starts. */
export interface MsiexecLine {
  readonly program: string;
  /** What is no property, quotes taken off. */
  readonly words: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Reads a command line as Windows and msiexec do, sign by sign: the program's name as CommandLineToArgvW takes it, where a
 * backslash means itself; then words that end at a blank outside of quotes, where two quotes within quotes are one. Written from
 * Microsoft's pages "CommandLineToArgvW" and "Command-Line Options" of Windows Installer.
 */
export function readMsiexecLine(line: string): MsiexecLine {
  let at = 0;
  const upTo = (end: RegExp) => {
    const from = at;
    while (at < line.length && !end.test(line[at]!)) at++;
    return line.slice(from, at);
  };
  let program: string;
  if (line[at] === '"') {
    at++;
    program = upTo(/"/);
    at++;
  } else program = upTo(/[ \t]/);

  const words: string[] = [];
  const properties: Record<string, string> = {};
  while (at < line.length) {
    if (/[ \t]/.test(line[at]!)) {
      at++;
      continue;
    }
    let word = '';
    let equals = -1;
    while (at < line.length && !/[ \t]/.test(line[at]!)) {
      if (line[at] !== '"') {
        if (line[at] === '=' && equals < 0) equals = word.length;
        word += line[at++];
        continue;
      }
      at++;
      for (;;) {
        if (at >= line.length) throw new Error('A quote is never closed.');
        if (line[at] === '"' && line[at + 1] !== '"') break;
        if (line[at] === '"') at++;
        word += line[at++];
      }
      at++;
    }
    if (equals > 0) properties[word.slice(0, equals)] = word.slice(equals + 1);
    else words.push(word);
  }
  return { program, words, properties };
}
