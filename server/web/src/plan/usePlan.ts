import { useEffect, useState } from 'react';
import { ask, Refused } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';
import type { Plan } from './plan.ts';

/** The plan as the answers stand; a refusal where there is none to be had. */
export function usePlan(): Plan | Refused | undefined {
  const { view } = useInstallation();
  const [plan, setPlan] = useState<Plan | Refused>();
  const { id, revision } = view;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step may change the plan
  useEffect(() => {
    let isCurrent = true;
    const keep = (got: Plan | Refused) => isCurrent && setPlan(got);
    ask<Plan>(`${pathOf(id)}/plan`).then(keep, (error: unknown) => error instanceof Refused && keep(error));
    return () => {
      isCurrent = false;
    };
  }, [id, revision]);
  return plan;
}
