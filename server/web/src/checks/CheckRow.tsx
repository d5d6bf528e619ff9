import { Button, Spinner } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock20Regular } from '@fluentui/react-icons/svg/clock';
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { ShieldCheckmark20Filled } from '@fluentui/react-icons/svg/shield-checkmark';
import { Warning20Filled } from '@fluentui/react-icons/svg/warning';
import type { ReactNode } from 'react';
import type { Check } from '../api/view.ts';
import { locale } from '../language/language.ts';
import { say } from '../language/say.ts';
import { Script } from '../shell/Script.tsx';
import { words } from '../words.ts';

interface CheckRowProps {
  readonly check: Check;
  /** It stands among the checks of other pages, so it says of which it is. */
  readonly isOfMany: boolean;
  /** It may be overridden. */
  readonly onOverride: (() => void) | undefined;
}

/** One check: its state, what it found, and the other side's own words. */
export function CheckRow({ check, isOfMany, onOverride }: CheckRowProps) {
  const { id, page, title, status, message, detail, script, overridden, ms } = check;
  return (
    <li className={`check ${status}`} data-check={id}>
      <span className="mark" aria-hidden="true">
        {marks[status]}
      </span>
      <div>
        <h3>
          {title}
          <span className="hidden">: {states[status]}</span>
        </h3>
        {status !== 'pending' && <p>{message}</p>}
        {detail && (
          <details>
            <summary>{say('Original message')}</summary>
            <p className="said lines">{detail}</p>
          </details>
        )}
        {script && !overridden && (
          <details>
            <summary>{say('Script that fixes it')}</summary>
            <Script label={title} text={script} />
          </details>
        )}
        {overridden && <p className="aside">{say('Overridden by {who}: {reason}', overridden)}</p>}
        {isOfMany && status !== 'passed' && <p className="aside">{page === 'ready' ? say('This host') : words(page)}</p>}
        {onOverride && (
          <Button size="small" onClick={onOverride}>
            {say('Override…')}
          </Button>
        )}
      </div>
      <span className="took">{ms !== null && ms >= 100 && inSeconds(ms)}</span>
    </li>
  );
}

function inSeconds(ms: number): string {
  return say('{seconds} s', {
    seconds: (ms / 1000).toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  });
}

const states: Readonly<Record<Check['status'], string>> = {
  pending: say('running'),
  passed: say('passed'),
  warning: say('warning'),
  failed: say('failed'),
  skipped: say('skipped'),
  overridden: say('overridden'),
};

const marks: Readonly<Record<Check['status'], ReactNode>> = {
  pending: <Spinner size="extra-tiny" />,
  passed: <CheckmarkCircle20Filled />,
  warning: <Warning20Filled />,
  failed: <DismissCircle20Filled />,
  skipped: <Clock20Regular />,
  overridden: <ShieldCheckmark20Filled />,
};
