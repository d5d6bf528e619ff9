import { meets } from '../../../../machines/vocabulary/fieldRules.ts';
import { useInstallation } from '../api/useSession.ts';
import { Bar } from '../shell/Bar.tsx';

/** What the guide remarks about the answers as they are being given: each comes and goes with the choice that it hangs on. */
export function Remarks({ answers }: { readonly answers: Readonly<Record<string, unknown>> }) {
  const { view } = useInstallation();
  const telling = view.page.remarks.filter(({ when }) => !when || meets(when, answers));
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
