import { jumpLines, nodeLines } from './caption.ts';
import type { Chart, ChartNode } from './chart.ts';
import type { Box, Line } from './column.ts';
import { describeEdge, describeMarks, describeNode } from './describe.ts';
import type { ChartEdge } from './edges.ts';
import { escapeText } from './escape.ts';
import type { Layout } from './layout.ts';
import { legend, legendHeight } from './legend.ts';
import { look } from './look.ts';
import type { Marks } from './marks.ts';
import { ends } from './nodes.ts';
import { headPath, linePath, outlineOf, withoutDoubles } from './shapes.ts';
import { edgeText, nodeText, phaseText } from './sizes.ts';
import { capitalize, words } from './words.ts';

/** The drawing as SVG, and an installation on it: no script, nothing from elsewhere, every text escaped. */
export function drawSvg(chart: Chart, layout: Layout, marks?: Marks): string {
  const { width, height } = layout;
  const whole = height + legendHeight(marks);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="mim-flow${marks ? ' marked' : ''}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(whole)}" role="img" aria-labelledby="flow-title flow-desc">`,
    `<title id="flow-title">The wizard of Microsoft Identity Manager 2016 SP2 Service and Portal</title>`,
    `<desc id="flow-desc">${escapeText(marks ? describeMarks(marks) : describeChart(chart))}</desc>`,
    `<style>${look}</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    ...[...layout.phases].filter(([id]) => id !== ends).map(([id, box]) => drawPhase(id, box)),
    ...layout.lines.flatMap((line) => line.edges.map((edge, at) => drawEdge(edge, line, at > 0, marks))),
    ...chart.nodes.map((node) => drawNode(node, layout.nodes.get(node.id)!, marks)),
    ...layout.lines.map(drawCaption),
    legend(height, marks),
    '</svg>\n',
  ].join('\n');
}

function describeChart({ nodes, edges, groups }: Chart): string {
  const count = (kind: ChartNode['kind']) => nodes.filter((node) => node.kind === kind).length;
  const phases = groups.filter(({ id }) => id !== ends).map(({ id }) => words(id));
  return `${count('page')} pages, ${count('warning')} warnings, ${count('errorBox')} error boxes and ${count('choice')} choices in ${phases.length} phases (${phases.join(', ')}), with ${edges.length} ways between them.`;
}

function drawPhase(id: string, { x, y, width, height }: Box): string {
  return `<g class="phase" data-phase="${id}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/><text x="${x + 10}" y="${y + phaseText.line}">${escapeText(capitalize(words(id)))}</text></g>`;
}

function drawNode(node: ChartNode, box: Box, marks?: Marks): string {
  const mark = marks?.here === node.id ? ' here' : marks?.trail.includes(node.id) ? ' been' : '';
  const [middle, lines, small] = [box.x + box.width / 2, nodeLines(node), jumpLines(node)];
  const top = box.y + (box.height - lines.length * nodeText.line - small.length * edgeText.line) / 2;
  const below = top + lines.length * nodeText.line;
  const texts = [
    ...lines.map((line, at) => `<text x="${middle}" y="${top + (at + 0.79) * nodeText.line}">${escapeText(line)}</text>`),
    ...small.map(
      (line, at) => `<text class="small" x="${middle}" y="${below + (at + 0.8) * edgeText.line}">${escapeText(line)}</text>`,
    ),
  ];
  return `<g class="node ${node.kind}${mark}" data-node="${escapeText(node.id)}"><title>${escapeText(describeNode(node))}</title>${marks?.here === node.id ? halo(box) : ''}${outlineOf(node.kind, box)}${texts.join('')}${badge(node, box)}</g>`;
}

/** A ring around the present state, and a pointer at it, so that it is found without colour too. */
function halo({ x, y, width, height }: Box): string {
  const middle = y + height / 2;
  return `<rect class="halo-ring" x="${x - 5}" y="${y - 5}" width="${width + 10}" height="${height + 10}" rx="9"/><path class="pointer" d="M${x - 7} ${middle}l-10 -6v12z"/>`;
}

/** How many checks a page goes through. */
function badge({ checks }: ChartNode, { x, y, width }: Box): string {
  if (checks.length === 0) return '';
  const [left, top, wide] = [x + width - 16, y - 6, 22];
  return `<g class="badge"><rect x="${left}" y="${top}" width="${wide}" height="12" rx="6"/><path class="tick" d="M${left + 5} ${top + 6.2}l2.2 2.2l4 -4.6"/><text x="${left + 15.5}" y="${top + 9.2}">${checks.length}</text></g>`;
}

function drawEdge(edge: ChartEdge, { points }: Line, back: boolean, marks?: Marks): string {
  const mark = marks?.taken.includes(edge.id) ? ' taken' : marks?.refused.includes(edge.id) ? ' refused' : '';
  const way = withoutDoubles(back ? points.toReversed() : points);
  const head = headPath(way.at(-2)!, way.at(-1)!);
  return `<g class="edge ${edge.kind}${mark}" data-edge="${escapeText(edge.id)}"><title>${escapeText(describeEdge(edge))}</title><path d="${linePath(way)}"/><path class="head" d="${head}"/></g>`;
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
