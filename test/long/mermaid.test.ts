import { createRequire } from 'node:module';
import { expect, it } from 'vitest';
import { chart } from '../../server/drawing/chart.ts';
import { drawMermaid, idOf } from '../../server/drawing/mermaid.ts';
import { ends } from '../../server/drawing/nodes.ts';
import { launch, needs, withoutChromium } from '../web/chromium.ts';

const text = drawMermaid(chart);

/** What of Mermaid is used here. */
interface Mermaid {
  parse(text: string): Promise<{ diagramType: string }>;
  render(id: string, text: string): Promise<{ svg: string }>;
  mermaidAPI: { getDiagramFromText(text: string): Promise<{ db: FlowDb }> };
}

interface FlowDb {
  getVertices(): Map<string, unknown>;
  getEdges(): { start: string; end: string }[];
  getSubGraphs(): { id: string; nodes: string[] }[];
}

// Mermaid cleans its texts by a library that needs a browser, so its parser is asked in one.
it.skipIf(withoutChromium)(
  `The chart for Mermaid is taken by Mermaid itself for the same chart, and drawn ${needs}`,
  async () => {
    const browser = await launch();
    try {
      const page = await browser.newPage();
      await page.addScriptTag({ path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js') });
      const read = await page.evaluate(async (given) => {
        const { mermaid } = window as unknown as { mermaid: Mermaid };
        const { diagramType } = await mermaid.parse(given);
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(given);
        const { svg } = await mermaid.render('drawn', given);
        return {
          diagramType,
          nodes: [...db.getVertices().keys()],
          edges: db.getEdges().map(({ start, end }) => `${start} ${end}`),
          groups: db.getSubGraphs().map(({ id, nodes }) => [id, nodes.length]),
          svg,
        };
      }, text);
      expect(read.diagramType).toBe('flowchart-v2');
      expect(read.nodes.toSorted()).toEqual(chart.nodes.map(({ id }) => idOf(id)).toSorted());
      expect(read.edges.toSorted()).toEqual(chart.edges.map(({ from, to }) => `${idOf(from)} ${idOf(to)}`).toSorted());
      const phases = chart.groups.filter(({ id }) => id !== ends);
      expect(Object.fromEntries(read.groups)).toEqual(
        Object.fromEntries(phases.map(({ id, nodes }) => [`phase_${id}`, nodes.length])),
      );
      expect(read.svg).toContain('Mailbox');
    } finally {
      await browser.close();
    }
  },
);
