import { Link } from 'wouter';
import { useInstallation } from '../api/useSession.ts';
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
        <Link href={`/installations/${id}/report`} className="link">
          See the report
        </Link>{' '}
        ·{' '}
        <Link href="/" className="link">
          See all installations
        </Link>
      </p>
      {view.tasks.length > 0 && <TaskList />}
    </Frame>
  );
}
