import { Link } from '@fluentui/react-components';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Collect } from './Collect.tsx';
import { LogView } from './LogView.tsx';

/** The installer's log on a page of its own. */
export function LogTab() {
  const { view } = useInstallation();
  return (
    <main id="main" className="sheet wide">
      <LogView heading="h2" />
      <p className="aside">
        {say('Passwords and secrets are removed before anyone sees it.')}{' '}
        <Link href={`${pathOf(view.id)}/log`} download={`${view.id}.log`} inline>
          {say('Download the whole log')}
        </Link>
      </p>
      <p className="aside">
        <Collect id={view.id} />
      </p>
    </main>
  );
}
