import { Button, Spinner } from '@fluentui/react-components';
import { say } from '../language/say.ts';
import { Page } from '../shell/Page.tsx';
import './checklist.css';
import { Sheet } from './Sheet.tsx';
import { useChecklist } from './useChecklist.ts';

/** What to have at hand, a sheet for each team that is asked: on paper, each is a page of its own. */
export function Checklist() {
  const sheets = useChecklist();
  return (
    <Page
      title={say('Checklist')}
      heading={say('What to have at hand')}
      className="checklist"
      actions={
        <Button appearance="primary" onClick={() => window.print()}>
          {say('Print')}
        </Button>
      }
    >
      <p className="intro">
        {say(
          'Hand each team its sheet. In print, each sheet starts on a new page. What is actually asked depends on what is installed.',
        )}
      </p>
      {sheets ? (
        sheets.map((sheet) => <Sheet key={sheet.team} sheet={sheet} />)
      ) : (
        <Spinner label={say('Reading the checklist')} />
      )}
    </Page>
  );
}
