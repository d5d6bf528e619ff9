import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import {
  comfortable,
  distance,
  isInSight,
  least,
  middle,
  most,
  type Place,
  placeAround,
  type Size,
  type Spot,
  sizeOf,
  spotIn,
} from './place.ts';

/** How far an arrow key moves, pixels, and how much a key or button enlarges. */
const stride = 60;
const enlargement = 1.25;

/** Moving and enlarging a picture in a window by mouse, wheel, fingers and keys. It is fitted until somebody moves it. */
export function usePanZoom(box: RefObject<HTMLElement | null>, { width, height }: Size) {
  const [place, setPlace] = useState<Place>({ x: 0, y: 0, scale: 1 });
  const isFitted = useRef(true);
  const fingers = useRef(new Map<number, Spot>());

  const fitIn = useCallback(() => {
    const { current } = box;
    if (!current) return;
    isFitted.current = true;
    const scale = Math.min(current.clientWidth / width, current.clientHeight / height);
    const centred = (room: number, length: number) => (room - length * scale) / 2;
    setPlace({ x: centred(current.clientWidth, width), y: centred(current.clientHeight, height), scale });
  }, [box, width, height]);

  const move = useCallback((dx: number, dy: number) => {
    isFitted.current = false;
    setPlace(({ x, y, scale }) => ({ x: x + dx, y: y + dy, scale }));
  }, []);

  const zoom = useCallback(
    (by: number, around?: Spot) => {
      const { clientWidth = 0, clientHeight = 0 } = box.current ?? {};
      const { x: cx, y: cy } = around ?? { x: clientWidth / 2, y: clientHeight / 2 };
      isFitted.current = false;
      setPlace(({ x, y, scale: before }) => {
        const scale = Math.min(most, Math.max(least, before * by));
        const grown = scale / before;
        return { x: cx - (cx - x) * grown, y: cy - (cy - y) * grown, scale };
      });
    },
    [box],
  );

  /** Brings a spot of the picture into the middle, at this scale at least. */
  const bring = useCallback(
    (spot: Spot, atLeast = 1) => {
      isFitted.current = false;
      setPlace(({ scale }) => placeAround(spot, Math.max(scale, atLeast), sizeOf(box.current)));
    },
    [box],
  );

  /** Brings a spot into the middle unless it is in the window already, and can be read there. */
  const keepInSight = useCallback(
    (spot: Spot) => {
      setPlace((place) => {
        const size = sizeOf(box.current);
        if (isInSight(spot, place, size)) return place;
        isFitted.current = false;
        return placeAround(spot, Math.max(place.scale, comfortable), size);
      });
    },
    [box],
  );

  useEffect(() => {
    fitIn();
    const { current } = box;
    if (!current) return;
    const refit = new ResizeObserver(() => isFitted.current && fitIn());
    refit.observe(current);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 400), spotIn(current, event));
    };
    current.addEventListener('wheel', wheel, { passive: false });
    return () => {
      refit.disconnect();
      current.removeEventListener('wheel', wheel);
    };
  }, [box, fitIn, zoom]);

  const handlers = {
    onPointerDown(event: React.PointerEvent<HTMLElement>) {
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, spotIn(event.currentTarget, event));
    },
    onPointerMove(event: React.PointerEvent<HTMLElement>) {
      const before = fingers.current.get(event.pointerId);
      if (!before) return;
      const now = spotIn(event.currentTarget, event);
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1];
      fingers.current.set(event.pointerId, now);
      if (other) zoom(distance(now, other) / Math.max(1, distance(before, other)), middle(now, other));
      else move(now.x - before.x, now.y - before.y);
    },
    onPointerUp: (event: React.PointerEvent) => void fingers.current.delete(event.pointerId),
    onPointerCancel: (event: React.PointerEvent) => void fingers.current.delete(event.pointerId),
    onKeyDown(event: React.KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const act = keys[event.key];
      if (!act) return;
      event.preventDefault();
      act({ move, zoom, fitIn });
    },
  };
  return { place, handlers, fitIn, zoom, bring, keepInSight };
}

type Acts = { move(dx: number, dy: number): void; zoom(by: number): void; fitIn(): void };

const keys: Readonly<Record<string, (acts: Acts) => void>> = {
  ArrowLeft: ({ move }) => move(stride, 0),
  ArrowRight: ({ move }) => move(-stride, 0),
  ArrowUp: ({ move }) => move(0, stride),
  ArrowDown: ({ move }) => move(0, -stride),
  '+': ({ zoom }) => zoom(enlargement),
  '=': ({ zoom }) => zoom(enlargement),
  '-': ({ zoom }) => zoom(1 / enlargement),
  '0': ({ fitIn }) => fitIn(),
};
