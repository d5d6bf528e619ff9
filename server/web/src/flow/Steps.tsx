import { Button } from '@fluentui/react-components';
import { useId } from 'react';
import { say } from '../language/say.ts';
import { Play } from './Play.tsx';

interface Props {
  readonly revision: number;
  readonly last: number;
  readonly isLive: boolean;
  /** Null for the last one, as it comes. */
  go(revision: number | null): void;
}

/** Steps back and forth through the journal. At its end it goes on by itself. */
export function Steps({ revision, last, isLive, go }: Props) {
  const label = useId();
  const goTo = (wanted: number) => go(wanted >= last ? null : Math.max(1, wanted));
  return (
    <div className="steps">
      <label htmlFor={label}>{say('Revision')}</label>
      <Button size="small" disabled={revision <= 1} onClick={() => goTo(revision - 1)}>
        {say('Step back')}
      </Button>
      <input
        id={label}
        type="range"
        className="slider"
        min={1}
        max={Math.max(last, 2)}
        value={revision}
        disabled={last < 2}
        onChange={({ target }) => goTo(target.valueAsNumber)}
        aria-valuetext={say('Revision {revision} of {last}', { revision, last })}
      />
      <Play revision={revision} last={last} go={go} />
      <Button size="small" disabled={isLive} onClick={() => goTo(revision + 1)}>
        {say('Step forward')}
      </Button>
      <Button size="small" appearance="primary" disabled={isLive} onClick={() => go(null)}>
        {say('Now')}
      </Button>
      <span className="aside" role="status">
        {isLive ? say('{revision}, live', { revision: last }) : say('{revision} of {last}', { revision, last })}
      </span>
    </div>
  );
}
