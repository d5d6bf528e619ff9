/** Where a picture lies in its window: its upper left corner, and how large it is drawn. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Of the window or the picture, pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A point, from the upper left corner. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** How far a picture can be reduced and enlarged. */
export const [least, most] = [0.1, 4];
/** Below the one scale nobody can read it; at the other one can. */
export const [legible, comfortable] = [0.35, 0.8];

/** The place at which a spot of the picture is in the middle of the window. */
export function placeAround({ x, y }: Spot, scale: number, { width, height }: Size): Place {
  return { x: width / 2 - x * scale, y: height / 2 - y * scale, scale };
}

/** Whether a spot of the picture is in the window, and large enough to be read. */
export function isInSight({ x, y }: Spot, place: Place, { width, height }: Size): boolean {
  const [left, top] = [place.x + x * place.scale, place.y + y * place.scale];
  return place.scale >= legible && left > 0 && left < width && top > 0 && top < height;
}

/** The inner size of the window. */
export function sizeOf(box: HTMLElement | null): Size {
  return { width: box?.clientWidth ?? 0, height: box?.clientHeight ?? 0 };
}

/** Where in an element a pointer is. */
export function spotIn(element: Element, { clientX, clientY }: { clientX: number; clientY: number }): Spot {
  const { left, top } = element.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

/** How far two points are apart, pixels. */
export function distance(one: Spot, other: Spot): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** The point halfway between two. */
export function middle(one: Spot, other: Spot): Spot {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}
