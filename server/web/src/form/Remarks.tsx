import { useInstallation } from '../api/useSession.ts';
import type { View } from '../api/view.ts';
import { Bar } from '../shell/Bar.tsx';

type Remark = View['page']['remarks'][number];

/** What the guide remarks about the answers as they are being given: each comes and goes with the choice that it hangs on. */
export function Remarks({ answers }: { readonly answers: Readonly<Record<string, unknown>> }) {
  const { view } = useInstallation();
  const telling = view.page.remarks.filter(({ when }) => holds(when, answers));
  return (
    <div role="status" className="tellings">
      {telling.map(({ code, message }) => (
        <Bar key={code} intent="info">
          {message}
        </Bar>
      ))}
    </div>
  );
}

function holds(when: Remark['when'], answers: Readonly<Record<string, unknown>>): boolean {
  if (!when) return true;
  const answer = answers[when.field];
  if (typeof answer !== 'string') return false;
  return (when.is?.includes(answer) ?? true) && (when.pattern === undefined || new RegExp(when.pattern).test(answer));
}
