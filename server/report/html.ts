import MarkdownIt from 'markdown-it';
import type { ClosingReport } from './closingReport.ts';
import { reportAsMarkdown } from './markdown.ts';

const markdown = new MarkdownIt({ html: false, linkify: false });

/** The report as one HTML page that needs nothing else: to be kept, sent or printed. */
export function reportAsHtml(report: ClosingReport): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${markdown.utils.escapeHtml(report.name)}</title>
<style>${style}</style>
</head>
<body>
${markdown.render(reportAsMarkdown(report))}</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #8888; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #8882; }
@media print { body { margin: 0; max-width: none; } }
`;

/** The policy that this page is served with: its one style sheet, and nothing else. */
export const reportPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
