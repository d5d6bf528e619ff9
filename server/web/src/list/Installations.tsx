import { Button, Spinner } from '@fluentui/react-components';
import { Add20Regular } from '@fluentui/react-icons/svg/add';
import { useState } from 'react';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Page } from '../shell/Page.tsx';
import { Begin } from './Begin.tsx';
import { InstallationTable } from './InstallationTable.tsx';
import { useInstallations } from './useInstallations.ts';

/** All installations, and the way to begin one. */
export function Installations() {
  const { items, more, refused, showMore, forget } = useInstallations();
  const [isBeginning, setBeginning] = useState(false);
  return (
    <Page
      title={say('Installations')}
      actions={
        <Button appearance="primary" icon={<Add20Regular />} onClick={() => setBeginning(true)}>
          {say('Begin an installation')}
        </Button>
      }
    >
      {refused && <Bar intent="error">{refused.message || refused.title}</Bar>}
      {items === undefined && !refused && <Spinner label={say('Reading the installations')} />}
      {items?.length === 0 && <Welcome />}
      {items !== undefined && items.length > 0 && <InstallationTable items={items} onForget={forget} />}
      {more && <Button onClick={showMore}>{say('Show more')}</Button>}
      {isBeginning && <Begin onClose={() => setBeginning(false)} />}
    </Page>
  );
}

function Welcome() {
  return (
    <div className="empty">
      <p className="lead">{say('There are no installations yet.')}</p>
      <p>
        {say(
          'Rehearse an installation first: the wizard, its checks and a simulated installer behave as they will on the day, and nothing is changed on any computer.',
        )}
      </p>
    </div>
  );
}
