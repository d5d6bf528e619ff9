/** A command line as Windows Installer understands it. */
export interface ReadCommandLine {
  readonly file: string;
  /** What is no property: switches and their values, quotes taken off. */
  readonly words: readonly string[];
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Reads a command line as `msiexec` does: the program's name ends at its closing quote or at white space, whatever stands
 * within (Microsoft Learn, "CommandLineToArgvW"); what follows is parted at white space outside of quotes, and a doubled quote
 * within quotes is a quote ("Command-Line Options"). A backslash means itself. Throws an `Error` for a quote that is never closed.
 */
export function readCommandLine(line: string): ReadCommandLine {
  const { file, rest } = programOf(line);
  const words: string[] = [];
  const properties: Record<string, string> = {};
  for (const word of wordsOf(rest)) {
    const assignment = /^([A-Za-z_][A-Za-z0-9_.]*)=(.*)$/s.exec(word.raw);
    if (assignment) properties[assignment[1]!] = unquoted(assignment[2]!);
    else words.push(unquoted(word.raw));
  }
  return { file, words, properties };
}

function programOf(line: string): { file: string; rest: string } {
  const [, quoted, plain] = /^(?:"([^"]*)"|([^\s"]*))/.exec(line)!;
  const file = quoted ?? plain ?? '';
  return { file, rest: line.slice(file.length + (quoted === undefined ? 0 : 2)) };
}

function* wordsOf(text: string): Generator<{ raw: string }> {
  let raw = '';
  let quoted = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    if (quoted || !/[ \t]/.test(character)) raw += character;
    else if (raw) {
      yield { raw };
      raw = '';
    }
  }
  if (quoted) throw new Error('A quote is never closed.');
  if (raw) yield { raw };
}

/** Quotes that open or close go, a doubled one within stays as one. */
function unquoted(raw: string): string {
  return raw.replace(/"((?:[^"]|"")*)"/g, (_, within: string) => within.replaceAll('""', '"'));
}
