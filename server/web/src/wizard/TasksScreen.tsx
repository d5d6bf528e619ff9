import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { HandOut } from './HandOut.tsx';
import { TaskList } from './TaskList.tsx';

/** The closing tasks as a checklist. */
export function TasksScreen() {
  const { view } = useInstallation();
  const { page, tasks } = view;
  const settled = tasks.filter(({ state }) => state !== 'open').length;
  return (
    <Frame title={page.title} subtitle={say('{settled} of {total} settled', { settled, total: tasks.length })}>
      <Guidance />
      <HandOut />
      <TaskList />
    </Frame>
  );
}
