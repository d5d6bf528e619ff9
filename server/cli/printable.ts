/** What the service tells, without the characters that a terminal takes for orders: names and messages come from elsewhere. */
export function parsePrintable<Value>(json: string): Value {
  return JSON.parse(json, (_key, value) => (typeof value === 'string' ? printable(value) : value)) as Value;
}

/** Text without control characters, but for tabs and line ends. */
export function printable(text: string): string {
  return text.replace(controls, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g;
