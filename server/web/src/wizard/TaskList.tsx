import { Button } from '@fluentui/react-components';
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle24Regular } from '@fluentui/react-icons/svg/circle';
import { DismissCircle24Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { SubtractCircle24Filled } from '@fluentui/react-icons/svg/subtract-circle';
import { useState } from 'react';
import { useInstallation } from '../api/useSession.ts';
import type { Task } from '../api/view.ts';
import { say } from '../language/say.ts';
import { Linked } from '../shell/Linked.tsx';
import { ReasonBox } from '../shell/ReasonBox.tsx';
import { Script } from '../shell/Script.tsx';

type Outcome = Exclude<Task['state'], 'open'>;

/** The tasks that the installation leaves: each is done, skipped or failed, and may be settled anew until the last is. */
export function TaskList() {
  const { session, view } = useInstallation();
  const [asking, setAsking] = useState<{ readonly task: Task; readonly outcome: Outcome } | null>(null);
  const complete = (task: string, outcome: Outcome, reason?: string) =>
    session.send({ type: 'complete', task, outcome, ...(reason && { reason }) });
  const next = view.tasks.find(({ state }) => state === 'open');
  return (
    <>
      <ol className="tasks">
        {view.tasks.map((task) => (
          <li key={task.id} className={task.state}>
            <span className="mark" aria-hidden="true">
              {marks[task.state]}
            </span>
            <div>
              <h3>
                {task.title}
                <span className="hidden">: {states[task.state]}</span>
              </h3>
              <p>
                <Linked text={task.detail} />
              </p>
              {task.script && (
                <details>
                  <summary>{say('Script')}</summary>
                  <Script label={task.title} text={task.script} />
                </details>
              )}
              {task.reason && <p className="aside">{say('Reason: {reason}', { reason: task.reason })}</p>}
            </div>
            {view.can.includes('complete') && (
              <div className="settle">
                <Button
                  size="small"
                  appearance={task.id === next?.id ? 'primary' : 'secondary'}
                  disabledFocusable={task.state === 'done'}
                  aria-label={`${say('Done')}: ${task.title}`}
                  onClick={() => complete(task.id, 'done')}
                >
                  {say('Done')}
                </Button>
                <Button
                  size="small"
                  aria-label={`${say('Skip')}: ${task.title}`}
                  onClick={() => setAsking({ task, outcome: 'skipped' })}
                >
                  {say('Skip')}
                </Button>
                <Button
                  size="small"
                  aria-label={`${say('Failed')}: ${task.title}`}
                  onClick={() => setAsking({ task, outcome: 'failed' })}
                >
                  {say('Failed')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {asking && (
        <ReasonBox
          title={`${asking.outcome === 'skipped' ? say('Skip') : say('Failed')}: ${asking.task.title}`}
          label={say('Reason (appears in the report)')}
          action={asking.outcome === 'skipped' ? say('Skip the task') : say('It failed')}
          onClose={() => setAsking(null)}
          onReason={(reason) => complete(asking.task.id, asking.outcome, reason)}
        />
      )}
    </>
  );
}

const states: Readonly<Record<Task['state'], string>> = {
  open: say('open'),
  done: say('done'),
  skipped: say('skipped'),
  failed: say('failed'),
};

const marks: Readonly<Record<Task['state'], React.ReactNode>> = {
  open: <Circle24Regular />,
  done: <CheckmarkCircle24Filled />,
  skipped: <SubtractCircle24Filled />,
  failed: <DismissCircle24Filled />,
};
