/** Text in lines of at most so many characters, broken between words; what a line is indented by stays. */
export function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => broken(line, width))
    .join('\n');
}

function broken(line: string, width: number): string[] {
  const indent = /^ */.exec(line)?.[0] ?? '';
  const lines: string[] = [];
  let present = '';
  for (const word of line.trim().split(' ')) {
    if (present !== '' && indent.length + present.length + 1 + word.length > width) {
      lines.push(indent + present);
      present = word;
    } else present = present === '' ? word : `${present} ${word}`;
  }
  return [...lines, indent + present];
}
