import { type ProblemKind, problems } from '../../machines/vocabulary/problems.ts';
import { code, table } from '../markdown/table.ts';

/** `docs/errors.md`: every problem by its code, those that answer a request and those that stand in a view. */
export function errorsText(): string {
  const all = Object.entries<ProblemKind>(problems);
  const refusals = all.filter(([, { status }]) => status !== null);
  const findings = all.filter(([, { status }]) => status === null);
  return `# Problem codes

<!-- Generated from machines/vocabulary/problems.ts by "npm run generate"; a test fails where it is stale. -->

A problem has a stable \`code\`: programs go by it, people by the title and by what to do.

## What a request can be refused with

The reply is \`application/problem+json\` (RFC 9457) with \`status\`, \`code\`, \`title\` and \`detail\`. Nothing was changed then.

${table(
  ['code', 'status', 'title', 'what to do'],
  refusals.map(([id, { status, title, remedy }]) => [code(id), String(status), title, remedy]),
)}

The \`errors\` of \`invalid-answers\` name each field with a code of its own: ${fieldCodes.map(code).join(', ')}, or one of the next table.

## What a check, a service or the installer finds

These answer no request: they stand in \`problems\` and \`checks\` of the view.

${table(
  ['code', 'title', 'what to do'],
  findings.map(([id, { title, remedy }]) => [code(id), title, remedy]),
)}
`;
}

/** Codes that say what is wrong with a field, whatever field it is. */
const fieldCodes = ['required', 'invalid', 'not-applicable', 'unknown-field'];
