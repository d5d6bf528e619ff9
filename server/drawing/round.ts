/** A length as it is written into the drawing: two digits behind the point are enough, and the same on every machine. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
