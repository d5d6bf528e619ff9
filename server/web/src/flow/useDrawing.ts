import { useEffect, useState } from 'react';
import { send } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';

/** The drawing, taken apart: what is drawn, and how it looks. */
export interface Drawing {
  readonly revision: number;
  readonly svg: SVGSVGElement;
  readonly look: string;
  readonly width: number;
  readonly height: number;
}

/** The drawing of an installation at a revision; the one before until it is there. */
export function useDrawing(id: string, revision: number): { readonly drawing: Drawing | null; readonly failed: boolean } {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isWanted = true;
    send(`${pathOf(id)}/chart.svg?revision=${revision}`)
      .then((response) => response.text())
      .then((text) => {
        if (!isWanted) return;
        setDrawing(takeApart(text, revision));
        setFailed(false);
      })
      .catch(() => isWanted && setFailed(true));
    return () => {
      isWanted = false;
    };
  }, [id, revision]);
  return { drawing, failed };
}

/**
 * The page's policy lets in no style element that comes in markup, not even to be looked at. A style sheet that a script makes is
 * let in, so the drawing's own is taken out before and becomes one.
 */
function takeApart(text: string, revision: number): Drawing {
  const style = /<style>([^<]*)<\/style>/.exec(text);
  const markup = style ? text.replace(style[0], '') : text;
  const svg = document.importNode(new DOMParser().parseFromString(markup, 'image/svg+xml').documentElement, true);
  if (!(svg instanceof SVGSVGElement)) throw new Error('This is no drawing.');
  const { width, height } = svg.viewBox.baseVal;
  return { revision, svg, look: style?.[1] ?? '', width, height };
}
