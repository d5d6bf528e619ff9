import { meets } from '../../../../machines/vocabulary/fieldRules.ts';
import type { View } from '../api/view.ts';
import { Bar } from '../shell/Bar.tsx';
import type { Values } from './schema.ts';

type Remark = View['page']['remarks'][number];

interface RemarksProps {
  readonly remarks: readonly Remark[];
  /** What would be sent now. */
  readonly answers: Values;
  /** The field whose choice brings them up; left out, those that no choice of this page does. */
  readonly field?: string;
}

/** What the guide remarks about the answers as they are being given: each comes and goes with the choice that it hangs on. */
export function Remarks({ remarks, answers, field }: RemarksProps) {
  const own = remarks.filter(({ when }) => when?.field === field);
  if (own.length === 0) return null;
  return (
    <div role="status" className="notices">
      {own
        .filter(({ when }) => !when || meets(when, answers))
        .map(({ code, message }) => (
          <Bar key={code} intent="info">
            {message}
          </Bar>
        ))}
    </div>
  );
}
