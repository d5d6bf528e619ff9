/**
 * Hides the values of hidden names that are assigned anywhere in a line, as on a command line: `NAME=value`, `NAME="a value"`. It goes
 * from one equals sign to the next and looks back for the name, so that each character is looked at a bounded number of times.
 */
export function hideAssigned(line: string, isHidden: (name: string) => boolean, hide: (value: string) => string): string {
  let shown = '';
  let done = 0;
  for (let at = line.indexOf('='); at !== -1; at = line.indexOf('=', Math.max(at + 1, done))) {
    const name = nameBefore(line, at, done);
    if (name === '' || !isHidden(name)) continue;
    const end = endOfValue(line, at + 1);
    if (end === at + 1) continue;
    shown += line.slice(done, at + 1) + hide(line.slice(at + 1, end));
    done = end;
  }
  return shown + line.slice(done);
}

/** Characters. */
const longestName = 200;

function nameBefore(line: string, end: number, from: number): string {
  const first = Math.max(from, end - longestName);
  let start = end;
  while (start > first && /[\w.]/.test(line[start - 1]!)) start -= 1;
  while (start < end && !/[A-Za-z_]/.test(line[start]!)) start += 1;
  return line.slice(start, end);
}

/** A value ends at its closing quote, of which a doubled one is none; else where a command line goes on. */
function endOfValue(line: string, start: number): number {
  if (line[start] !== '"') {
    const length = line.slice(start).search(/[\s;,")]/);
    return length === -1 ? line.length : start + length;
  }
  let end = line.indexOf('"', start + 1);
  while (end !== -1 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
  return end === -1 ? line.length : end + 1;
}
