import type { Problem } from '../../machines/vocabulary/problems.ts';
import { type ProblemCode, problems } from '../../machines/vocabulary/problems.ts';
import { Refusal } from '../host/refusal.ts';

/** The problem as RFC 9457 has it; `detail` says what is so, and `remedy` what to do. */
export function toProblemDetails(problem: Problem) {
  const { title, remedy } = problems[problem.code];
  return {
    type: `/docs/errors#${problem.code}`,
    title,
    status: httpStatusOf(problem.code),
    detail: problem.message,
    code: problem.code,
    remedy,
    ...(problem instanceof Refusal ? problem.particulars : {}),
  };
}

/** The status that a problem is replied with. A finding that holds a request up is a conflict with what there is. */
export function httpStatusOf(code: ProblemCode): number {
  return problems[code].status ?? 409;
}
