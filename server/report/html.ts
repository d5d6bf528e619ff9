import MarkdownIt from 'markdown-it';
import { english, type Wording } from '../view/wording.ts';
import type { ClosingReport } from './closingReport.ts';
import { reportAsMarkdown } from './markdown.ts';
import { inOneLine } from './markdownParts.ts';
import { translatedReport } from './translatedReport.ts';

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The report as one HTML page that needs nothing else: to be kept, sent or printed. */
export function reportAsHtml(report: ClosingReport, wording: Wording = english): string {
  return `<!doctype html>
<html lang="${wording.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markdown.utils.escapeHtml(inOneLine(translatedReport(report, wording).name))}</title>
<style>${style}</style>
</head>
<body>
<main>
${markdown.render(reportAsMarkdown(report, wording))}</main>
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; --line: #d6d9de; --soft: #f4f5f7; --quiet: #5b6470; --accent: #0f6cbd; }
@media (prefers-color-scheme: dark) { :root { --line: #3b4048; --soft: #26292e; --quiet: #a4acb8; --accent: #62abf5; } }
body { margin: 0; font: 15px/1.5 "Segoe UI", system-ui, sans-serif; }
main { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; }
h1 { margin: 0 0 .25rem; padding-left: .8rem; border-left: 4px solid var(--accent); font-size: 1.6rem; line-height: 1.25; }
h1, td, li, p { overflow-wrap: anywhere; }
h1 + p { margin: 0 0 2rem; padding-left: calc(.8rem + 4px); color: var(--quiet); }
h2 { margin: 2.25rem 0 .6rem; font-size: 1.1rem; }
ul { margin: 0; padding-left: 1.2rem; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th, td { padding: .4rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--soft); font-weight: 600; white-space: nowrap; }
td { min-width: 4.75rem; }
@media screen and (max-width: 45rem) { table { display: block; overflow-x: auto; } td { min-width: 7rem; } }
@media print { main { max-width: none; padding: 0; } h2 { break-after: avoid; } tr { break-inside: avoid; } }
`;

/** The policy that this page is served with: its one style sheet, and nothing else. */
export const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
