import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { layOut } from '../../server/docs/layout/layOut.ts';
import { chart } from '../../server/drawing/chart.ts';
import { layoutFile } from '../../server/drawing/drawing.ts';
import { escapeText } from '../../server/drawing/escape.ts';
import { layoutText, readLayout } from '../../server/drawing/keptLayout.ts';
import type { Box, Layout } from '../../server/drawing/layout.ts';
import type { NodeKind } from '../../server/drawing/nodes.ts';
import { outlineOf } from '../../server/drawing/shapes.ts';
import { sizeOf } from '../../server/drawing/sizes.ts';
import { drawSvg } from '../../server/drawing/svg.ts';
import { widthOf } from '../../server/drawing/textWidth.ts';
import { translatorTo } from '../../server/language/languages.ts';
import { english, type Wording } from '../../server/view/wording.ts';

let layout: Layout;
let svg: string;
beforeAll(async () => {
  layout = await keptIn(english);
  svg = drawSvg(chart, layout);
});

describe('A layout that is kept', () => {
  it('is the one that was laid out, with its words', async () => {
    const laidOut = await layOut(chart);
    expect(readLayout(layoutText(laidOut), chart, english.tell)).toEqual(laidOut);
    expect(layout).toEqual(laidOut);
  });

  it('is refused where it is that of another chart', () => {
    const text = layoutText(layout);
    const [first, ...rest] = chart.edges;
    const renamed = chart.nodes.map((node) => ({ ...node, id: `${node.id}2` }));
    for (const other of [{ edges: rest }, { edges: [...rest, { ...first!, id: 'here → there' }] }, { nodes: renamed }])
      expect(() => readLayout(text, { ...chart, ...other }, english.tell)).toThrow('npm run generate');
  });
});

describe.each([
  { language: 'en', least: 9 },
  { language: 'de', least: 8 },
] as const)('The layout in “$language”', ({ language, least }) => {
  let wording: Wording;
  let layout: Layout;
  beforeAll(async () => {
    wording = (await translatorTo(language)) ?? english;
    layout = await keptIn(wording);
  });

  it('gives each node the room that its words take in this language', () => {
    for (const node of chart.nodes) expect.soft(layout.nodes.get(node.id), node.id).toMatchObject(sizeOf(node, wording.tell));
  });

  it('rounds no corner into the words of a node', () => {
    const marks = { revision: 0, here: null, trail: [], taken: [], refused: [], calls: [], events: [] };
    const drawn = drawSvg(chart, layout, marks, wording);
    const nodes = [
      ...drawn.matchAll(/<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" rx="([\d.]+)"\/>(<text.*?)<\/g>/g),
    ];
    expect(nodes.length).toBeGreaterThan(15);
    for (const [, x, y, width, height, rx, texts] of nodes) {
      const radius = Number(rx);
      for (const [, small, at, words] of texts!.matchAll(/<text( class="small")? x="[\d.]+" y="([\d.]+)">([^<]*)/g)) {
        const deep = Number(y) + Number(height) - Number(at);
        const cut = deep >= radius ? 0 : radius - Math.sqrt(radius ** 2 - (radius - deep) ** 2);
        const free = Number(width) - 2 * cut;
        expect.soft(widthOf(words!, small ? 11 : 13), `${words} at ${x}`).toBeLessThan(free);
      }
    }
  });

  it('has room for the legend', () => {
    const marks = { revision: 10_000, here: null, trail: [], taken: [], refused: [], calls: [], events: [] };
    const [, text = ''] = /<g class="legend">(.*)/.exec(drawSvg(chart, layout, marks, wording))!;
    const ends = [...text.matchAll(/<text x="([\d.]+)" y="[\d.]+">([^<]*)/g)].map(
      ([, x, words]) => Number(x) + widthOf(words!, 11),
    );
    expect(ends.length).toBeGreaterThan(10);
    expect(Math.max(...ends)).toBeLessThan(layout.width);
  });

  it('has every node within its phase, and none on another', () => {
    for (const { id, group } of chart.nodes) {
      const box = layout.nodes.get(id)!;
      expect.soft(isWithin(box, layout.phases.get(group)!), id).toBe(true);
      const hit = chart.nodes.filter((other) => other.id !== id && overlap(box, layout.nodes.get(other.id)!));
      expect.soft(hit, id).toEqual([]);
    }
  });

  it('has an arrow for every edge, from its node to its node, and past all others', () => {
    const drawn = layout.lines.flatMap(({ edges }) => edges.map(({ id }) => id));
    expect(drawn.toSorted()).toEqual(chart.edges.map(({ id }) => id).toSorted());
    for (const { edges, points } of layout.lines) {
      const { id, from, to } = edges[0]!;
      expect.soft(touches(points[0]!, layout.nodes.get(from)!), id).toBe(true);
      expect.soft(touches(points.at(-1)!, layout.nodes.get(to)!), id).toBe(true);
      for (const [other, box] of layout.nodes) {
        const crosses = points.slice(1).some((point, at) => overlap(spanOf(points[at]!, point), inset(box, 1)));
        if (other !== from && other !== to) expect.soft(crosses, `${id} through ${other}`).toBe(false);
      }
    }
  });

  it(`is of such a shape that on a screen of 1280 × 800 its letters have ${least} pixels and more`, () => {
    const scale = Math.min(1280 / layout.width, 800 / (layout.height + 42));
    expect(scale * 13).toBeGreaterThan(least);
  });
});

describe('The drawing', () => {
  it('shows every node and every edge, each with what there is to tell of it', () => {
    for (const { id, title } of chart.nodes) {
      expect.soft(svg).toContain(`data-node="${escapeText(id)}"`);
      expect.soft(svg).toContain(`<title>${escapeText(title)}`);
    }
    for (const { id } of chart.edges) expect.soft(svg).toContain(`data-edge="${id}"`);
  });

  it('has the question of every choice in words, and of every other guarded way', () => {
    const text = svg.replace(/<title>.*?<\/title>/gs, '').replace(/<\/text><text[^>]*>/g, ' ');
    for (const words of [
      'installs service or portal',
      'reuses database',
      'uses application context',
      'has succeeded',
      'was stopped',
      'chooses unsupported mail option',
    ])
      expect.soft(text).toContain(words);
  });

  it('has a title and a description, no script, and refers to nothing elsewhere', () => {
    expect(svg).toMatch(
      /^<svg [^>]*role="img" aria-labelledby="flow-title flow-desc">\n<title id="flow-title">.+<\/title>\n<desc id="flow-desc">\d+ pages/,
    );
    expect(svg).not.toMatch(/<script|\son[a-z]+=|href|url\(|@import|<foreignObject|<image/i);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('escapes every text', () => {
    const evil = '"><script>alert(1)</script>&';
    const node = { ...chart.nodes.find(({ kind }) => kind === 'page')!, title: evil };
    const drawn = drawSvg({ ...chart, nodes: chart.nodes.map((one) => (one.id === node.id ? node : one)) }, layout);
    expect(drawn).not.toContain('<script');
    expect(drawn).toContain(escapeText(evil));
  });

  it('is light and dark as the system wishes', () => {
    expect(svg).toContain('@media (prefers-color-scheme: dark)');
  });

  it('gives every kind of node an outline of its own, so that colour is not needed', () => {
    const kinds: readonly NodeKind[] = ['page', 'warning', 'confirmation', 'errorBox', 'stage', 'end', 'work', 'choice'];
    const outlines = kinds.map((kind) => outlineOf(kind, { x: 0, y: 0, width: 100, height: 40 }));
    expect(new Set(outlines).size).toBe(kinds.length);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`has letters that stand out from their ground, ${scheme}`, () => {
      const colours = coloursOf(scheme);
      const pairs = ['page', 'warning', 'error', 'confirm', 'stage', 'work', 'ground', 'phase'].map((ground) => ['ink', ground]);
      for (const [text, ground] of [
        ...pairs,
        ['guard', 'phase'],
        ['guard', 'ground'],
        ['quiet', 'ground'],
        ['quiet', 'stage'],
        ['ground', 'page-rim'],
      ])
        expect.soft(contrast(colours[text!]!, colours[ground!]!), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    });
  }
});

async function keptIn({ language, tell }: Wording): Promise<Layout> {
  return readLayout(await readFile(layoutFile(language), 'utf8'), chart, tell);
}

function coloursOf(scheme: 'light' | 'dark'): Record<string, string> {
  const [light = '', dark = ''] = svg.split('@media (prefers-color-scheme: dark)');
  return Object.fromEntries(
    [...(scheme === 'light' ? light : dark).matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
  );
}

/** As WCAG has it. */
function contrast(one: string, other: string): number {
  const [bright, dim] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (bright! + 0.05) / (dim! + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function overlap(one: Box, other: Box): boolean {
  return (
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
  );
}

function isWithin(box: Box, outer: Box): boolean {
  return (
    box.x >= outer.x &&
    box.y >= outer.y &&
    box.x + box.width <= outer.x + outer.width &&
    box.y + box.height <= outer.y + outer.height
  );
}

function touches({ x, y }: { x: number; y: number }, box: Box): boolean {
  const wide = inset(box, -2);
  return x >= wide.x && x <= wide.x + wide.width && y >= wide.y && y <= wide.y + wide.height;
}

function spanOf(one: { x: number; y: number }, other: { x: number; y: number }): Box {
  return {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(one.x - other.x),
    height: Math.abs(one.y - other.y),
  };
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}
