import { nodeLines } from './caption.ts';
import type { Chart, ChartNode } from './chart.ts';
import type { Box, Line } from './column.ts';
import { describeEdge, describeNode } from './describe.ts';
import type { ChartEdge } from './edges.ts';
import type { Layout } from './layout.ts';
import { legend, legendHeight } from './legend.ts';
import { look } from './look.ts';
import { ends } from './nodes.ts';
import { headPath, linePath, outlineOf, withoutDoubles } from './shapes.ts';
import { edgeText, nodeText } from './sizes.ts';
import { capitalize, words } from './words.ts';

/** The drawing as SVG: no script, nothing from elsewhere, every text escaped. */
export function drawSvg(chart: Chart, layout: Layout): string {
  const { width, height } = layout;
  const whole = height + legendHeight;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="mim-flow" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(whole)}" role="img" aria-labelledby="flow-title flow-desc">`,
    `<title id="flow-title">The wizard of Microsoft Identity Manager 2016 SP2 Service and Portal</title>`,
    `<desc id="flow-desc">${escapeText(describeChart(chart))}</desc>`,
    `<style>${look}</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    ...[...layout.phases].filter(([id]) => id !== ends).map(([id, box]) => drawPhase(id, box)),
    ...layout.lines.flatMap((line) => line.edges.map((edge, at) => drawEdge(edge, line, at > 0))),
    ...chart.nodes.map((node) => drawNode(node, layout.nodes.get(node.id)!)),
    ...layout.lines.map(drawCaption),
    legend(width, height),
    '</svg>\n',
  ].join('\n');
}

export function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function describeChart({ nodes, edges, groups }: Chart): string {
  const count = (kind: ChartNode['kind']) => nodes.filter((node) => node.kind === kind).length;
  const phases = groups.filter(({ id }) => id !== ends).map(({ id }) => words(id));
  return `${count('page')} pages, ${count('warning')} warnings, ${count('errorBox')} error boxes and ${count('choice')} choices in ${phases.length} phases (${phases.join(', ')}), with ${edges.length} ways between them.`;
}

function drawPhase(id: string, { x, y, width, height }: Box): string {
  return `<g class="phase" data-phase="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/><text x="${x + 10}" y="${y + 17}">${escapeText(capitalize(words(id)))}</text></g>`;
}

function drawNode(node: ChartNode, box: Box): string {
  const { x, y, width, height } = box;
  const lines = nodeLines(node);
  const first = y + height / 2 - ((lines.length - 1) * nodeText.line) / 2 + nodeText.size * 0.35;
  const texts = lines.map((line, at) => {
    const small = node.kind === 'anywhere' && at > 0 ? ' class="small"' : '';
    return `<text${small} x="${x + width / 2}" y="${first + at * nodeText.line}">${escapeText(line)}</text>`;
  });
  return `<g class="node ${node.kind}" data-node="${escapeText(node.id)}"><title>${escapeText(describeNode(node))}</title>${outlineOf(node.kind, box)}${texts.join('')}${badge(node, box)}</g>`;
}

/** How many checks a page goes through. */
function badge({ checks }: ChartNode, { x, y, width }: Box): string {
  if (checks.length === 0) return '';
  return `<g class="badge"><circle cx="${x + width - 4}" cy="${y + 2}" r="7.5"/><text x="${x + width - 4}" y="${y + 5}">✓${checks.length}</text></g>`;
}

function drawEdge(edge: ChartEdge, { points }: Line, back: boolean): string {
  const way = withoutDoubles(back ? points.toReversed() : points);
  const head = headPath(way.at(-2)!, way.at(-1)!);
  return `<g class="edge ${edge.kind}" data-edge="${escapeText(edge.id)}"><title>${escapeText(describeEdge(edge))}</title><path d="${linePath(way)}"/><path class="head" d="${head}"/></g>`;
}

function drawCaption({ caption }: Line): string {
  if (!caption) return '';
  const { x, y, lines, align } = caption;
  return lines
    .map(
      (line, at) =>
        `<text class="caption halo ${align}" x="${x}" y="${y + edgeText.size * 0.85 + at * edgeText.line}">${escapeText(line)}</text>`,
    )
    .join('');
}
