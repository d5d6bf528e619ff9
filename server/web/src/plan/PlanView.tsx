import { Link, Spinner } from '@fluentui/react-components';
import { Refused } from '../api/request.ts';
import { useInstallation } from '../api/useSession.ts';
import { Bar } from '../shell/Bar.tsx';
import { Script } from '../shell/Script.tsx';
import { words } from '../words.ts';
import { Properties } from './Properties.tsx';
import { usePlan } from './usePlan.ts';

/** What the installer will be told, where each value comes from, and how surely it is known that it reads it so. */
export function PlanView() {
  const { view } = useInstallation();
  const plan = usePlan();
  if (plan === undefined) return <Spinner label="Reading the plan" />;
  if (plan instanceof Refused) return <p className="aside">The plan cannot be shown: {plan.message}</p>;
  const path = `/api/v1/installations/${view.id}/plan`;
  return (
    <div className="plan">
      {!plan.complete && (
        <Bar intent="warning" title="Not complete yet">
          {missingWords(plan.missing)}
        </Bar>
      )}
      <p>
        <strong>Installs</strong> {plan.features.join(', ') || 'nothing yet'}
        {plan.option && <>, as option {plan.option} of the guide</>}
      </p>
      <Properties properties={plan.properties} />
      <h3>Command</h3>
      <Script label="The installer's command line" text={plan.command} />
      <p className="downloads">
        Download, without secrets:{' '}
        {formats.map(({ format, label }) => (
          <Link key={format} href={`${path}?format=${format}`} download={`plan-${view.id.slice(0, 8)}.${format}`}>
            {label}
          </Link>
        ))}
      </p>
      {plan.afterwards.length > 0 && (
        <section>
          <h3>Afterwards</h3>
          {plan.afterwards.map(({ code, title, detail, script }) => (
            <details key={code}>
              <summary>{title}</summary>
              <p>{detail}</p>
              {script && <Script label={title} text={script} />}
            </details>
          ))}
        </section>
      )}
    </div>
  );
}

function missingWords(missing: readonly { page: string; field: string }[]): string {
  const pages = [...new Set(missing.map(({ page }) => words(page)))];
  return pages.length > 0 ? `Still to be answered: ${pages.join(', ')}.` : 'Some answers are still to come.';
}

const formats = [
  { format: 'json', label: 'JSON' },
  { format: 'cmd', label: 'Batch file' },
  { format: 'ps1', label: 'PowerShell' },
];
