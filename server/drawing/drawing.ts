import { readFile } from 'node:fs/promises';
import { english, type Wording } from '../view/wording.ts';
import { chart } from './chart.ts';
import type { Highlights } from './highlights.ts';
import { readLayout } from './keptLayout.ts';
import type { Layout } from './layout.ts';
import { drawSvg } from './svg.ts';

/**
 * The drawing of the chart as SVG, in one of the languages that it is laid out in; with marks, of an installation on it. Laying out takes
 * seconds, and hangs on the chart and the length of its words alone: that was done when the program was made.
 */
export async function drawing(marks?: Highlights, wording: Wording = english): Promise<string> {
  return drawSvg(chart, await layoutIn(wording), marks, wording);
}

/** Where the layout of a language is kept. */
export function layoutFile(language: string): URL {
  return new URL(`./layouts/${language}.json`, import.meta.url);
}

const layouts = new Map<string, Layout>();

async function layoutIn({ language, tell }: Wording): Promise<Layout> {
  const layout = layouts.get(language) ?? readLayout(await readFile(layoutFile(language), 'utf8'), chart, tell);
  layouts.set(language, layout);
  return layout;
}
