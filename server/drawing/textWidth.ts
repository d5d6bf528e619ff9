/**
 * Breaks a text into lines of at most this many characters, as even as they come; a word that is longer stands alone.
 *
 * @example wrap('Password Registration Portal', 14) // ['Password', 'Registration', 'Portal']
 */
export function wrap(text: string, most: number): string[] {
  const count = Math.ceil(text.length / most);
  for (let width = Math.ceil(text.length / count); ; width++) {
    const lines = fill(text, width);
    if (lines.length <= count || width >= most) return lines;
  }
}

/** Width of a text in a usual sans-serif font, generously; the browser's own font is not known here. */
export function widthOf(text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + (wide.test(letter) ? 0.82 : narrow.test(letter) ? 0.33 : 0.56), 0) * size;
}

const wide = /[A-Zmw@]/;
const narrow = /[ijltfrI.,:;'|!()[\] -]/;

function fill(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
