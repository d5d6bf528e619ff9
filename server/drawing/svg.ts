import { english, type Wording } from '../view/wording.ts';
import { capitalize, words } from '../view/words.ts';
import type { Chart, ChartNode } from './chart.ts';
import { describeMarks } from './describe.ts';
import { escapeText } from './escape.ts';
import type { Highlights } from './highlights.ts';
import type { Layout } from './layout.ts';
import { legend, legendHeight } from './legend.ts';
import { ends } from './nodes.ts';
import { drawCaption, drawEdge, drawNode, drawText, placed } from './parts.ts';
import { phaseText } from './sizes.ts';
import { styleSheet } from './styleSheet.ts';

/**
 * The drawing as SVG, and an installation on it: no script, nothing from elsewhere, every text escaped. The layout is of the same
 * language.
 */
export function drawSvg(chart: Chart, layout: Layout, marks?: Highlights, wording: Wording = english): string {
  const { width, height } = layout;
  const { language, tell } = wording;
  const phases = [...layout.phases].filter(([id]) => id !== ends);
  const whole = height + legendHeight(marks);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg"${language === english.language ? '' : ` lang="${language}"`} class="mim-flow${marks ? ' marked' : ''}" viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(whole)}" role="img" aria-labelledby="flow-title flow-desc">`,
    `<title id="flow-title">${escapeText(tell('The wizard of Microsoft Identity Manager 2016 SP2 Service and Portal'))}</title>`,
    `<desc id="flow-desc">${escapeText(marks ? describeMarks(marks, tell) : describeChart(chart, wording))}</desc>`,
    `<style>${styleSheet}</style>`,
    `<rect class="ground" width="100%" height="100%"/>`,
    ...phases.map(([, box]) => `<rect class="phase" ${placed(box)} rx="8"/>`),
    ...layout.lines.flatMap((line) => line.edges.map((edge, at) => drawEdge(edge, line, at > 0, tell, marks))),
    ...phases.map(([id, { x, y }]) => drawText(tell(capitalize(words(id))), x + 10, y + phaseText.line, 'phase-title halo')),
    ...chart.nodes.map((node) => drawNode(node, layout.nodes.get(node.id)!, tell, marks)),
    ...layout.lines.map(drawCaption),
    legend(height, tell, marks),
    '</svg>\n',
  ].join('\n');
}

function describeChart({ nodes, edges, groups }: Chart, { language, tell }: Wording): string {
  const count = (kind: ChartNode['kind']) => nodes.filter((node) => node.kind === kind).length;
  // Within a sentence, English writes a name small.
  const nameOf = (id: string) => (language === english.language ? words(id) : tell(capitalize(words(id))));
  const phases = groups.filter(({ id }) => id !== ends).map(({ id }) => nameOf(id));
  return tell(
    `${count('page')} pages, ${count('warning')} warnings, ${count('errorBox')} error boxes and ${count('choice')} choices in ${phases.length} phases (${phases.join(', ')}), with ${edges.length} ways between them.`,
  );
}
