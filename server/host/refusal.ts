import type { Finding } from '../../machines/pages/definePage.ts';
import type { ProblemCode } from '../../machines/vocabulary/problems.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';

/** More that a client is told with a refusal: every field that is not valid, or where the installation is and what it takes. */
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
