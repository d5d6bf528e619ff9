import { useInstallation } from '../api/useSession.ts';
import { Checks } from '../checks/Checks.tsx';
import { Announcer } from './Announcer.tsx';
import { ErrorBox } from './ErrorBox.tsx';
import { Outline } from './Outline.tsx';
import { Screen } from './Screen.tsx';
import { useAddress } from './useAddress.ts';

/** The wizard: the way on the left, the page in the middle, what was checked at the side. */
export function Wizard() {
  const { view } = useInstallation();
  const { page, status, revision } = view;
  useAddress();
  return (
    <main id="main" className="wizard" data-screen={page.id} data-status={status} data-revision={revision}>
      <Outline />
      <Screen />
      <Checks />
      {status === 'error' && <ErrorBox />}
      <Announcer />
    </main>
  );
}
