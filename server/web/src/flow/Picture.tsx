import { useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { say } from '../language/say.ts';
import { foundLook } from './foundLook.ts';
import type { Spot } from './place.ts';
import type { Drawing } from './useDrawing.ts';
import { usePanZoom } from './usePanZoom.ts';

/** What can be done to the picture from beside it. */
export interface PictureActs {
  fitIn(): void;
  zoom(by: number): void;
  /** Brings a node into the middle. */
  show(node: string): void;
}

interface Props {
  readonly drawing: Drawing;
  /** Ids of nodes to point out; the first one most. */
  readonly found: readonly string[];
  readonly acts: React.Ref<PictureActs>;
  /** A node was pressed, and not moved. */
  onOpen(node: string): void;
}

/** The drawing in a window in which it can be moved and enlarged. It is in a shadow tree, with a style sheet of its own. */
export function Picture({ drawing, found, acts, onOpen }: Props) {
  const pressed = useRef<Spot>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const { place, handlers, fitIn, zoom, bring, keepInSight } = usePanZoom(box, drawing);

  useLayoutEffect(() => {
    const { current } = canvas;
    if (!current) return;
    const root = current.shadowRoot ?? current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [drawing.look, foundLook].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    root.replaceChildren(drawing.svg);
  }, [drawing]);

  useLayoutEffect(() => {
    for (const node of drawing.svg.querySelectorAll('[data-node]')) {
      const at = found.indexOf(node.getAttribute('data-node') ?? '');
      node.classList.toggle('found', at >= 0);
      node.classList.toggle('first', at === 0);
    }
  }, [drawing, found]);

  // What is new is brought into sight; where the whole is too small to be read, the present state is.
  useEffect(() => {
    const here = middleOf(drawing.svg, '.here');
    if (here) keepInSight(here);
  }, [drawing, keepInSight]);

  useImperativeHandle(acts, () => ({
    fitIn,
    zoom,
    show(id) {
      const spot = middleOf(drawing.svg, `[data-node="${CSS.escape(id)}"]`);
      if (spot) bring(spot);
    },
  }));

  const { width, height } = drawing;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    // biome-ignore lint/a11y/useKeyWithClickEvents: by keyboard the pages are opened from the list of them and from the review
    <div
      ref={box}
      role="group"
      className="picture"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be moved has to be reached without a mouse
      tabIndex={0}
      aria-label={say('The picture. Arrow keys move it, plus and minus zoom in and out, zero fits it into the window.')}
      {...handlers}
      onPointerDownCapture={({ clientX: x, clientY: y }) => {
        pressed.current = { x, y };
      }}
      onClick={({ clientX: x, clientY: y }) => {
        const from = pressed.current;
        if (!from || Math.hypot(x - from.x, y - from.y) > 4) return;
        const node = canvas.current?.shadowRoot?.elementFromPoint(x, y)?.closest('[data-node]');
        const id = node?.getAttribute('data-node');
        if (id) onOpen(id);
      }}
    >
      <div
        ref={canvas}
        className="canvas"
        style={{ width, height, transform: `translate(${place.x}px, ${place.y}px) scale(${place.scale})` }}
      />
    </div>
  );
}

function middleOf(svg: SVGSVGElement, node: string): Spot | undefined {
  const box = svg.querySelector<SVGGElement>(`.node${node}`)?.getBBox();
  return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
