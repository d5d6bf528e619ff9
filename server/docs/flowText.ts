import { captionOf } from '../drawing/caption.ts';
import { type Chart, type ChartGroup, type ChartNode, chart } from '../drawing/chart.ts';
import { kindWords } from '../drawing/describe.ts';
import { drawMermaid } from '../drawing/mermaid.ts';
import { code, table } from '../markdown/table.ts';
import { english } from '../view/wording.ts';
import { capitalize, words } from '../view/words.ts';

/** `docs/flow.md`: the picture, every screen in a table, and the flowchart for Mermaid. */
export function flowText({ groups, nodes, edges }: Chart = chart): string {
  const phases = groups.map((group) => describePhase(group, nodes, edges));
  return `# The flow

<!-- Generated from the statechart by "npm run generate"; a test fails where it is stale. -->

Every screen of the wizard, every choice that decides whether a screen shows, and every way between them. The service draws the
same picture at \`/api/v1/chart.svg\`, and one that shows where an installation is at \`/api/v1/installations/{id}/chart.svg\`.

![The flow of the wizard](flow.svg)

- Each **page** asks, judges what it is told, and checks it against the environment where it has checks (the tick tells how many). An
  arrow without a word leads on once that is over: by \`submit\`, by \`recheck\`, or by an \`override\` of the last failed check.
- A **choice** is the question whether the next screen shows; its dashed arrow is the way where the answer is no.
- A **warning** is passed by \`acknowledge\`. An **error box** is acknowledged too, and leads back to its page.
- \`back\` and \`revisit\` lead to any screen visited before, \`change\` gives other answers for a page behind and comes back as far as
  everything else holds, \`replay\` begins again, and \`cancel\` ends it, anywhere before the installation.

In the browser, the tab Flow of an installation follows it live, and steps back through its journal. Whoever knows Stately's tools
can look on with its inspector: \`npm start -- --inspect\` prints an address on this computer. Opening it loads Stately's page, which
needs the internet and then sees the answers, though no secret.

${phases.join('\n\n')}

## As a flowchart for Mermaid

\`\`\`mermaid
${drawMermaid(chart)}\`\`\`
`;
}

function describePhase({ id, nodes: ids }: ChartGroup, nodes: readonly ChartNode[], edges: Chart['edges']): string {
  const screens = nodes.filter((node) => ids.includes(node.id) && node.kind !== 'choice');
  const rows = screens.map((node) => {
    const shows = edges.find(({ kind, to }) => kind === 'yes' && to === node.id)?.labels ?? [];
    return [
      code(node.id),
      kindWords[node.kind],
      node.title,
      shows.map((label) => captionOf(label, english.tell)).join(', '),
      node.step,
      node.checks.map(code).join(', '),
    ];
  });
  return `## ${capitalize(words(id))}

${table(['screen', 'kind', 'title', 'shows if it', 'guide', 'checks'], rows)}`;
}
