import { type ProblemCode, problems } from '../../../machines/vocabulary/problems.ts';
import { httpStatusOf } from '../problemDetails.ts';
import { problemDetails } from '../replySchemas/problemDetails.ts';
import { schemaOf } from './components.ts';

/** The refusals by status, each with the codes that it can carry. */
export function problemReplies(codes: readonly ProblemCode[]) {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) {
    const status = httpStatusOf(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries([...byStatus].sort(([a], [b]) => a - b).map(([status, some]) => [status, replyOf(some)]));
}

function replyOf(codes: readonly ProblemCode[]) {
  const schema = { allOf: [schemaOf(problemDetails), { properties: { code: { enum: codes } } }] };
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
    content: { 'application/problem+json': { schema } },
  };
}
