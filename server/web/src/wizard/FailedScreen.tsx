import { Fragment } from 'react';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Collect } from '../log/Collect.tsx';
import { LogView } from '../log/LogView.tsx';
import { Bar } from '../shell/Bar.tsx';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';

/** The installer did not succeed: why, by which lines of its log, and the ways on. */
export function FailedScreen() {
  const { session, view } = useInstallation();
  const { page, can, outcome } = view;
  const { cause, otherCauses = [], action, lines = [] } = outcome?.failure ?? {};
  const causes = [cause ?? [], otherCauses].flat();
  return (
    <Frame
      title={page.title}
      subtitle={page.subtitle}
      next={{ label: say('&Retry'), isOff: !can.includes('retry'), onClick: () => void session.send({ type: 'retry' }) }}
    >
      <Guidance />
      {outcome && (
        <Bar intent="error" title={(causes.length === 1 && cause?.title) || say('The installer failed')}>
          {outcome.message}
        </Bar>
      )}
      {causes.length > 0 && (
        <section>
          <h3>{causes.length === 1 ? say('What to do') : say('Possible causes, and what to do')}</h3>
          {causes.map(({ title, remedy, source }) => (
            <Fragment key={title}>
              {causes.length > 1 && <h4>{title}</h4>}
              <p>{remedy}</p>
              <p className="aside">{say('Source: {source}', { source })}</p>
            </Fragment>
          ))}
        </section>
      )}
      <dl className="facts">
        {action && (
          <>
            <dt>{say('Failed in')}</dt>
            <dd>{action}</dd>
          </>
        )}
        {outcome?.exitCode !== null && outcome !== null && (
          <>
            <dt>{say('Exit code')}</dt>
            <dd>{outcome.exitCode}</dd>
          </>
        )}
        <dt>{say('Rolled back')}</dt>
        <dd>{undone(outcome?.rolledBack)}</dd>
      </dl>
      {lines.length > 0 && (
        <section>
          <h3>{say('What the log says about it')}</h3>
          <pre className="lines">{lines.join('\n')}</pre>
        </section>
      )}
      <section>
        <h3>{say('What you can do now')}</h3>
        <ul>
          <li>{say('Retry installs again with the same answers.')}</li>
          <li>{say('Back returns to the review. Any page on the left takes you back to its answers.')}</li>
          <li>{say('Cancel gives up the installation.')}</li>
        </ul>
        <p>
          <Collect id={view.id} />
        </p>
      </section>
      <LogView />
    </Frame>
  );
}

/** Whether the installer has taken back what it had done, where that is known. */
function undone(rolledBack: boolean | null | undefined): string {
  if (rolledBack === true) return say('Yes, everything');
  return rolledBack === false ? say('No') : say('Not known');
}
