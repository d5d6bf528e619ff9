/**
 * The name of a stream as Windows Installer means it. Two characters of a table's name are packed into one of the code points
 * from U+3800, a single one into U+4800 to U+483F; the mark U+4840 before the name of a table becomes `!`.
 */
export function streamName(packed: string): string {
  let name = '';
  for (let i = 0; i < packed.length; i++) {
    const code = packed.charCodeAt(i);
    if (code === tableMark) name += '!';
    else if (code >= single && code < tableMark) name += alphabet[code - single];
    else if (code >= pair && code < single) name += alphabet[(code - pair) & 63]! + alphabet[(code - pair) >> 6];
    else name += packed[i];
  }
  return name;
}

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._';
const pair = 0x3800;
const single = 0x4800;
const tableMark = 0x4840;
