import { Button } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { useState } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import type { Check } from '../api/view.ts';
import { say } from '../language/say.ts';
import { part } from '../lazy/part.tsx';
import { CheckRow } from './CheckRow.tsx';
import { bySeverity, summaryOf } from './summary.ts';

const checkedAgainst = {
  rehearsal: say('Next checks what you enter against Contoso, the company of the rehearsal.'),
  live: say('Next checks what you enter against the real environment.'),
};

const OverrideBox = part((parts) => parts.OverrideBox, null);

/** Beyond this many, what passed is folded away. */
const mostPassed = 12;

/** What was checked of this page, or at the end of all: how it stands, and what can be done about it. */
export function Checks() {
  const { session, view } = useInstallation();
  const { sending, isTyping } = useSessionState(session);
  const [overriding, setOverriding] = useState<Check | null>(null);
  const { checks, can } = view;
  if (checks.length === 0 && view.page.kind !== 'form') return null;
  const passed = checks.filter(({ status }) => status === 'passed');
  const waiting = checks.filter(({ status }) => status === 'skipped');
  const others = checks.filter((check) => !passed.includes(check) && !waiting.includes(check)).sort(bySeverity);
  const mayOverride = ({ status, overridable }: Check) => can.includes('override') && status === 'failed' && overridable;
  const rows = (some: readonly Check[]) => (
    <ul>
      {some.map((check) => (
        <CheckRow
          key={check.id}
          check={check}
          isOfMany={view.page.kind !== 'form'}
          onOverride={mayOverride(check) ? () => setOverriding(check) : undefined}
        />
      ))}
    </ul>
  );
  return (
    <aside className="checks" aria-labelledby="checks-title">
      <header>
        <h2 id="checks-title">{say('Checks')}</h2>
        {can.includes('recheck') && checks.length > 0 && !isTyping && (
          <Button
            size="small"
            icon={<ArrowClockwise16Regular />}
            disabledFocusable={sending}
            onClick={() => session.send({ type: 'recheck' })}
          >
            {say('Check again')}
          </Button>
        )}
        <p>{checks.length > 0 ? summaryOf(checks) : checkedAgainst[view.mode]}</p>
        {isTyping && checks.length > 0 && (
          <p>{say('These are for what was sent before. Next checks what you have typed since.')}</p>
        )}
      </header>
      {others.length > 0 && rows(others)}
      {waiting.length > 0 && (
        <details className="waiting-checks">
          <summary>
            {say('{count, plural, one {# check waits} other {# checks wait}} for another to pass', { count: waiting.length })}
          </summary>
          {rows(waiting)}
        </details>
      )}
      {passed.length > mostPassed ? (
        <details>
          <summary>{say('{count} passed', { count: passed.length })}</summary>
          {rows(passed)}
        </details>
      ) : (
        passed.length > 0 && rows(passed)
      )}
      {overriding && <OverrideBox check={overriding} onClose={() => setOverriding(null)} />}
    </aside>
  );
}
