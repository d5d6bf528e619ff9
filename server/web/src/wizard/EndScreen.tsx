import { Link } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { TaskList } from './TaskList.tsx';

/** Nothing more can come. */
export function EndScreen() {
  const { view } = useInstallation();
  const { page, outcome, id } = view;
  return (
    <Frame title={page.title} subtitle={page.subtitle} isCover>
      <Guidance />
      {outcome && <p>{outcome.message}</p>}
      <p>
        <Link href={addressOf('tab', { id, tab: 'report' })} className="link">
          {say('See the report')}
        </Link>{' '}
        ·{' '}
        <Link href="/" className="link">
          {say('See all installations')}
        </Link>
      </p>
      {view.tasks.length > 0 && <TaskList />}
    </Frame>
  );
}
