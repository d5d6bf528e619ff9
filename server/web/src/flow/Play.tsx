import { Button } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { say } from '../language/say.ts';

/** Between two steps, milliseconds. */
const pace = 900;

/** Plays the journal from where it is, or from its beginning, to its end. */
export function Play({
  revision,
  last,
  go,
}: {
  readonly revision: number;
  readonly last: number;
  go(revision: number | null): void;
}) {
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) return;
    if (revision >= last) return setPlaying(false);
    const next = setTimeout(() => go(revision + 1 >= last ? null : revision + 1), pace);
    return () => clearTimeout(next);
  }, [isPlaying, revision, last, go]);
  const play = () => {
    if (!isPlaying && revision >= last) go(1);
    setPlaying(!isPlaying);
  };
  return (
    <Button size="small" disabled={last < 2} onClick={play}>
      {isPlaying ? say('Pause') : say('Play')}
    </Button>
  );
}
