import type { Finding } from '../../machines/pages/definePage.ts';
import { Problem, type ProblemCode, problems } from '../../machines/vocabulary/problems.ts';

/** More that a client is told with a refusal: every field that does not do, or where the installation is and what it takes. */
export interface Particulars {
  readonly errors?: readonly Finding[];
  readonly page?: string;
  readonly can?: readonly string[];
  readonly checks?: readonly string[];
}

/** A request that is refused. It changed nothing. */
export class Refusal extends Problem {
  readonly particulars: Particulars;

  constructor(code: ProblemCode, message: string, particulars: Particulars = {}) {
    super(code, message);
    this.particulars = particulars;
  }
}

/** The problem as RFC 9457 has it; `detail` says what is so, and `remedy` what to do. */
export function toProblemDetails(problem: Problem) {
  const { title, remedy } = problems[problem.code];
  return {
    type: `/docs/errors#${problem.code}`,
    title,
    status: statusOf(problem.code),
    detail: problem.message,
    code: problem.code,
    remedy,
    ...(problem instanceof Refusal ? problem.particulars : {}),
  };
}

/** The status that a problem is replied with. A finding that holds a request up is a conflict with what there is. */
export function statusOf(code: ProblemCode): number {
  return problems[code].status ?? 409;
}
