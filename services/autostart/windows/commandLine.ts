/** Arguments as one command line, quoted so that a Windows program reads the same ones back ("Parsing C Command-Line Arguments"). */
export function toCommandLine(args: readonly string[]): string {
  return args.map(quoted).join(' ');
}

/** The arguments of a command line, by the same rules. */
export function fromCommandLine(line: string): string[] {
  const args: string[] = [];
  let [text, isIn, isQuoted] = ['', false, false];
  for (const [, slashes = '', quote, blank, other] of line.matchAll(/(\\*)(?:(")|(\s)|([^"\s\\])|$)/g)) {
    if (quote) {
      text += '\\'.repeat(slashes.length >> 1);
      if (slashes.length % 2 === 1) text += '"';
      else isQuoted = !isQuoted;
      isIn = true;
      continue;
    }
    text += slashes;
    if (slashes !== '') isIn = true;
    if (blank !== undefined && !isQuoted) {
      if (isIn) args.push(text);
      [text, isIn] = ['', false];
    } else if (blank !== undefined || other !== undefined) {
      text += blank ?? other;
      isIn = true;
    }
  }
  return isIn ? [...args, text] : args;
}

/** A backslash counts only before a quote: those at the end, too, once the quotes stand around. */
function quoted(arg: string): string {
  if (/^[^\s"]+$/.test(arg)) return arg;
  return `"${arg.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}
