import { describe, expect, it } from 'vitest';
import { chart } from '../../server/drawing/chart.ts';
import { drawMermaid, idOf } from '../../server/drawing/mermaid.ts';

const text = drawMermaid(chart);

describe('The chart for Mermaid', () => {
  it('has every node and every way between nodes', () => {
    const lines = text.split('\n').map((line) => line.trim());
    for (const { id } of chart.nodes)
      expect
        .soft(
          lines.filter((line) => new RegExp(`^${idOf(id)}[[({>]`).test(line)),
          id,
        )
        .toHaveLength(1);
    for (const { from, to } of chart.edges)
      expect
        .soft(
          lines.filter((line) => line.startsWith(`${idOf(from)} -`) && line.endsWith(` ${idOf(to)}`)),
          `${from} → ${to}`,
        )
        .toHaveLength(1);
  });

  it('cannot be led astray by what is written in it', () => {
    const [node] = chart.nodes.filter(({ kind }) => kind === 'anywhere');
    const evil = drawMermaid({ ...chart, nodes: [{ ...node!, title: 'a"]; click b "javascript:alert(1)' }], edges: [] });
    expect(evil).toContain('a#34;]; click b #34;javascript:alert(1)');
  });
});
