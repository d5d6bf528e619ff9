import { edgeText, nodeText, phaseText } from './sizes.ts';

/** The looks of the drawing. Colours are by scheme; every pair of text and ground has a contrast of 4.5 and more. */
export const styleSheet = `
.mim-flow {
  --ground: #ffffff; --phase: #f5f5f4; --rim: #d2d0ce; --ink: #201f1e; --quiet: #55534f; --line: #6b6966;
  --page: #ffffff; --page-rim: #0f6cbd; --warning: #fff4ce; --warning-rim: #8a5a00; --error: #fde7e9; --error-rim: #b10e1c;
  --confirm: #f1eafa; --confirm-rim: #6b3fa0; --stage: #e3f5e1; --stage-rim: #0b6a0b; --work: #dff2f5; --work-rim: #03666b;
  --guard: #8f3a00; --way: #0f6cbd; --here: #c239b3;
  font-family: 'Segoe UI', system-ui, -apple-system, 'Helvetica Neue', Arial, sans-serif; color-scheme: light dark;
}
@media (prefers-color-scheme: dark) {
  .mim-flow {
    --ground: #1b1a19; --phase: #252423; --rim: #484644; --ink: #f3f2f1; --quiet: #bdbab6; --line: #a19f9d;
    --page: #292827; --page-rim: #62abf5; --warning: #40320a; --warning-rim: #f2c661; --error: #4a1217; --error-rim: #f1707b;
    --confirm: #33254a; --confirm-rim: #c3a2ee; --stage: #123b12; --stage-rim: #7fd07f; --work: #0c3a3e; --work-rim: #6fd0d8;
    --guard: #f4a76a; --way: #62abf5; --here: #f08be6;
  }
}
.ground { fill: var(--ground); }
.phase { fill: var(--phase); stroke: var(--rim); }
.phase-title { font-size: ${phaseText.size}px; font-weight: 600; fill: var(--ink); }
.node rect, .node polygon, .node path { fill: var(--page); stroke: var(--page-rim); stroke-width: 1.3; }
.node .inner { fill: none; stroke-width: 1; }
.node text { font-size: ${nodeText.size}px; fill: var(--ink); text-anchor: middle; }
.node .small, .legend text, .legend .node text { font-size: ${edgeText.size}px; fill: var(--quiet); }
.warning rect, .warning polygon { fill: var(--warning); stroke: var(--warning-rim); }
.confirmation rect, .confirmation polygon, .confirmation path { fill: var(--confirm); stroke: var(--confirm-rim); }
.errorBox polygon { fill: var(--error); stroke: var(--error-rim); }
.stage rect { fill: var(--stage); stroke: var(--stage-rim); stroke-width: 2; }
.end rect { fill: var(--ground); stroke: var(--ink); }
.work rect, .work path { fill: var(--work); stroke: var(--work-rim); }
.choice polygon { fill: var(--ground); stroke: var(--line); }
.anywhere rect { fill: var(--ground); stroke: var(--line); stroke-dasharray: 5 3; }
.node .badge rect { fill: var(--page-rim); stroke: var(--phase); }
.node .badge .tick { fill: none; stroke: var(--ground); stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
.node .badge text { font-size: 9px; font-weight: 700; fill: var(--ground); }
.edge path { fill: none; stroke: var(--line); stroke-width: 1.1; }
.edge .head { fill: var(--line); stroke: none; }
.no path { stroke-dasharray: 4 2.5; }
.no .head, .no.taken path { stroke-dasharray: none; }
.problem path, .return path { stroke: var(--error-rim); }
.problem .head, .return .head { fill: var(--error-rim); }
.caption { font-size: ${edgeText.size}px; fill: var(--guard); }
.caption.end { text-anchor: end; }
.marked .node[data-node]:not(.here, .been) { opacity: 0.62; }
.marked .edge[data-edge]:not(.taken, .refused) { opacity: 0.45; }
.marked .been rect, .marked .been polygon { stroke-width: 2.4; }
.edge.taken path { stroke: var(--way); stroke-width: 3; stroke-dasharray: none; }
.edge.taken .head { fill: var(--way); stroke: none; }
.edge.refused path { stroke-dasharray: 1.5 3; }
.node .ring { fill: none; stroke: var(--here); stroke-width: 3; }
.node .pointer { fill: var(--here); stroke: none; }
.status { font-size: ${nodeText.size}px; font-weight: 600; fill: var(--ink); }
.halo { stroke: var(--phase); stroke-width: 3; paint-order: stroke; stroke-linejoin: round; }
`;
