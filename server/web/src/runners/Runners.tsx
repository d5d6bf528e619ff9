import { Badge, Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { Link } from 'wouter';
import { capitalize } from '../../../view/words.ts';
import { addressOf } from '../addressOf.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Page } from '../shell/Page.tsx';
import { Table } from '../shell/Table.tsx';
import { ago } from '../times.ts';
import { words } from '../words.ts';
import { Enroll } from './Enroll.tsx';
import { type Runner, stateWords } from './runner.ts';
import './runners.css';
import { useRunners } from './useRunners.ts';

/** Which runners there are: how each stands, what it is, what it does and for which installation. */
export function Runners() {
  const { runners, refused, refresh } = useRunners();
  const [isEnrolling, setEnrolling] = useState(false);
  const leave = () => {
    setEnrolling(false);
    void refresh();
  };
  return (
    <Page
      title={say('Runners')}
      actions={
        <Button appearance="primary" onClick={() => setEnrolling(true)}>
          {say('Enroll a runner')}
        </Button>
      }
    >
      <p>{say('A runner does what can only be done on its own server: it checks that server, and installs on it.')}</p>
      {refused && <Bar intent="error">{refused.message || refused.title}</Bar>}
      {runners === undefined && !refused && <Spinner label={say('Reading the runners')} />}
      {runners?.length === 0 && (
        <p className="empty">{say('There are no runners. Without one, the service installs on the server that it runs on.')}</p>
      )}
      {runners !== undefined && runners.length > 0 && (
        <Table
          className="rows runners"
          heads={[say('Name'), say('State'), say('Last seen'), say('Server'), say('After a restart'), say('Working on')]}
        >
          <tbody>
            {runners.map((runner) => (
              <Row key={runner.name} runner={runner} />
            ))}
          </tbody>
        </Table>
      )}
      {isEnrolling && <Enroll onClose={leave} />}
    </Page>
  );
}

function Row({ runner }: { readonly runner: Runner }) {
  const { name, state, seenAt, about, calls, note } = runner;
  const autostart = about?.autostart;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={say('State')}>
        <Badge appearance="tint" color={state === 'connected' ? 'success' : state === 'invited' ? 'informative' : 'warning'}>
          {capitalize(stateWords[state])}
        </Badge>
        {note && <p className="aside">{note}</p>}
      </td>
      <td data-label={say('Last seen')}>{seenAt === null ? '–' : <time dateTime={seenAt}>{ago(seenAt)}</time>}</td>
      <td data-label={say('Server')}>
        {about ? `${about.host}, ${about.system}` : '–'}
        {about && <p className="aside">mim-setup {about.version}</p>}
        {about?.package && <p className="aside">{about.package.path}</p>}
      </td>
      <td data-label={say('After a restart')}>
        {autostart ? (autostart.comesBack ? say('Starts by itself') : say('Does not start by itself')) : say('Not known')}
        {autostart?.why && <p className="aside">{autostart.why}</p>}
      </td>
      <td data-label={say('Working on')}>
        {calls.length === 0 && '–'}
        {calls.map(({ installation, service }) => (
          <p key={`${installation} ${service}`}>
            <Link href={addressOf('installation', { id: installation })} className="link">
              {words(service)}
            </Link>
          </p>
        ))}
      </td>
    </tr>
  );
}
