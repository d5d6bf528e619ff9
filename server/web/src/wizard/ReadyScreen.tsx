import { Spinner } from '@fluentui/react-components';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Review } from '../review/Review.tsx';
import { RunnerAtReady } from '../runners/RunnerAtReady.tsx';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { HandOut } from './HandOut.tsx';
import { RanElsewhere } from './RanElsewhere.tsx';

/** The review, before anything is touched. Install is the default, unless something stands against it. */
export function ReadyScreen() {
  const { session, view } = useInstallation();
  const { page, can, checks } = view;
  const isElsewhere = view.tasks.length > 0;
  const standsAgainst = !can.includes('install') || checks.some(({ status }) => status === 'failed');
  const isChecking = checks.some(({ status }) => status === 'pending');
  return (
    <Frame
      title={page.title}
      subtitle={page.subtitle}
      isBackDefault={standsAgainst}
      next={{
        label: say('&Install'),
        isOff: !can.includes('install'),
        onClick: () => void session.send({ type: 'install' }),
      }}
    >
      <Guidance />
      <RunnerAtReady />
      <HandOut />
      {isChecking && (
        <Spinner
          size="tiny"
          labelPosition="after"
          label={say('Everything is being checked once more. Install waits for that.')}
        />
      )}
      {isElsewhere && <RanElsewhere />}
      <Review />
      {!isElsewhere && <RanElsewhere />}
    </Frame>
  );
}
