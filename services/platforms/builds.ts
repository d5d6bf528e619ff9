/** The first build that knows Application Context Authentication (guide, options C and H). */
export const minimumForApplicationContext = '4.6.421.0';

/** Whether it is written as builds are: two to four numbers. */
export function isBuild(text: string): boolean {
  return /^\d{1,5}(\.\d{1,5}){1,3}$/.test(text);
}

/** Whether the first build comes before the second. A number that is left out counts as 0. */
export function isOlder(build: string, than: string): boolean {
  const [left, right] = [build, than].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 4; i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
