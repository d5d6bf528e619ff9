import { Button } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useState } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import type { Check } from '../api/view.ts';
import { ReasonBox } from '../shell/ReasonBox.tsx';
import { CheckRow } from './CheckRow.tsx';

/** What was checked of this page: how it stands, and what can be done about it. */
export function Checks() {
  const { session, view } = useInstallation();
  const { sending } = useSessionState(session);
  const [overriding, setOverriding] = useState<Check | null>(null);
  const { checks, can } = view;
  return (
    <aside className="checks" aria-labelledby="checks-title">
      <header>
        <h2 id="checks-title">Checks</h2>
        {checks.length > 0 && <p>{summaryOf(checks)}</p>}
        {can.includes('recheck') && checks.length > 0 && (
          <Button
            size="small"
            icon={<ArrowClockwise16Regular />}
            disabledFocusable={sending}
            onClick={() => session.send({ type: 'recheck' })}
          >
            Check again
          </Button>
        )}
      </header>
      {checks.length === 0 ? (
        <p className="aside">What you enter is checked against the real environment as you go on.</p>
      ) : (
        <ul>
          {[...checks].sort(byUrgency).map((check) => (
            <CheckRow
              key={check.id}
              check={check}
              onOverride={
                can.includes('override') && check.status === 'failed' && check.overridable
                  ? () => setOverriding(check)
                  : undefined
              }
            />
          ))}
        </ul>
      )}
      {overriding && (
        <ReasonBox
          title="Go on although this check failed?"
          label="Reason (it is kept with your name)"
          action="Override"
          isNeeded
          onClose={() => setOverriding(null)}
          onReason={(reason) => session.send({ type: 'override', check: overriding.id, reason })}
        >
          <p>
            <strong>{overriding.title}.</strong> {overriding.message}
          </p>
        </ReasonBox>
      )}
    </aside>
  );
}

function summaryOf(checks: readonly Check[]): string {
  const count = (...states: Check['status'][]) => checks.filter(({ status }) => states.includes(status)).length;
  const parts = [
    [count('pending'), 'running'],
    [count('failed'), 'failed'],
    [count('overridden'), 'overridden'],
    [count('warning'), 'to note'],
    [count('passed'), 'passed'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, what]) => `${number} ${what}`)
    .join(', ');
}

const urgency: readonly Check['status'][] = ['failed', 'pending', 'overridden', 'warning', 'passed'];

function byUrgency(one: Check, other: Check): number {
  return urgency.indexOf(one.status) - urgency.indexOf(other.status);
}
