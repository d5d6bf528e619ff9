import type { Wording } from '../view/wording.ts';
import { edgeLines } from './caption.ts';
import type { Chart } from './chart.ts';
import type { Box, Caption, Layout, Point } from './layout.ts';

/** A layout as a file has it. What the chart itself knows of an arrow is not in it, and its words are not. */
interface Kept extends Pick<Layout, 'width' | 'height'> {
  readonly phases: Readonly<Record<string, Box>>;
  readonly nodes: Readonly<Record<string, Box>>;
  readonly lines: readonly KeptLine[];
}

interface KeptLine {
  readonly edges: readonly string[];
  readonly points: readonly Point[];
  readonly caption: Omit<Caption, 'lines'> | null;
}

/** The layout as a file, an arrow a line. */
export function layoutText({ width, height, phases, nodes, lines }: Layout): string {
  const parts = {
    phases: Object.fromEntries(phases),
    nodes: Object.fromEntries(nodes),
  };
  const kept = lines.map(({ edges, points, caption }): KeptLine => {
    const { lines: _, ...place } = caption ?? { lines: [] };
    return { edges: edges.map(({ id }) => id), points, caption: caption && (place as Omit<Caption, 'lines'>) };
  });
  return [
    `{"width":${width},"height":${height},`,
    ...Object.entries(parts).map(([name, boxes]) => `"${name}":${JSON.stringify(boxes)},`),
    `"lines":[\n${kept.map((line) => JSON.stringify(line)).join(',\n')}\n]}\n`,
  ].join('\n');
}

/** The layout of a chart from its file. @throws where it is that of another chart. */
export function readLayout(text: string, chart: Chart, tell: Wording['tell']): Layout {
  const { phases, nodes, lines, ...size } = JSON.parse(text) as Kept;
  const edges = new Map(chart.edges.map((edge) => [edge.id, edge]));
  const laid = lines.flatMap((line) => line.edges);
  if (laid.length !== edges.size || laid.some((id) => !edges.has(id)) || chart.nodes.some(({ id }) => !nodes[id])) {
    throw new Error('The layout is that of another chart. Run "npm run generate".');
  }
  return {
    ...size,
    phases: new Map(Object.entries(phases)),
    nodes: new Map(Object.entries(nodes)),
    lines: lines.map(({ edges: ids, points, caption }) => {
      const along = ids.map((id) => edges.get(id)!);
      return { edges: along, points, caption: caption && { ...caption, lines: along.flatMap((edge) => edgeLines(edge, tell)) } };
    }),
  };
}
