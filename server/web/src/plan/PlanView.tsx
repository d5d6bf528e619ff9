import { Link, Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Refused } from '../api/request.ts';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';
import { say, sayWith } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Script } from '../shell/Script.tsx';
import { words } from '../words.ts';
import './plan.css';
import { Properties } from './Properties.tsx';
import { usePlan } from './usePlan.ts';

/** What the installer will be told, where each value comes from, and how surely it is known that it reads it so. */
export function PlanView() {
  const { view } = useInstallation();
  const plan = usePlan();
  if (plan === undefined) return <Spinner label={say('Reading the plan')} />;
  if (plan instanceof Refused)
    return <p className="aside">{say('The plan cannot be shown: {reason}', { reason: plan.message })}</p>;
  const path = `${pathOf(view.id)}/plan`;
  const installed = {
    features: plan.features.join(', ') || say('nothing yet'),
    b: (inner: readonly ReactNode[]) => <strong>{inner}</strong>,
  };
  return (
    <div className="plan">
      {!plan.complete && (
        <Bar intent="warning" title={say('Not complete yet')}>
          {missingWords(plan.missing)}
        </Bar>
      )}
      <p>
        {plan.option
          ? sayWith('<b>Installs</b> {features}, as option {option} of the guide', { ...installed, option: plan.option })
          : sayWith('<b>Installs</b> {features}', installed)}
      </p>
      <Properties properties={plan.properties} />
      <h3>{say('Command')}</h3>
      <Script label={say("The installer's command line")} text={plan.command} />
      <p className="downloads">
        {say('Download, without secrets:')}{' '}
        {formats.map(({ format, label }) => (
          <Link key={format} href={`${path}?format=${format}`} download={`plan-${view.id.slice(0, 8)}.${format}`}>
            {label}
          </Link>
        ))}
      </p>
      {plan.afterwards.length > 0 && (
        <section>
          <h3>{say('Afterwards')}</h3>
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
  return pages.length > 0
    ? say('Still to be answered: {pages}.', { pages: pages.join(', ') })
    : say('Some answers are still missing.');
}

const formats = [
  { format: 'json', label: say('JSON') },
  { format: 'cmd', label: say('Batch file') },
  { format: 'ps1', label: say('PowerShell') },
];
