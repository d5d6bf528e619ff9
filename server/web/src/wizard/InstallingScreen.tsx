import { Field, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useInstallation } from '../api/useSession.ts';
import { LogView } from '../log/LogView.tsx';
import { clock, words } from '../words.ts';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { useElapsed } from './useElapsed.ts';

/** The installer at work: how far it is, what it does, for how long, and what its log says. */
export function InstallingScreen() {
  const { view } = useInstallation();
  const { page, progress, can } = view;
  const elapsed = useElapsed();
  const { percent = 0, phase = '', action = '', trouble } = progress ?? {};
  return (
    <Frame title={page.title} subtitle={page.subtitle}>
      <Guidance />
      {trouble && (
        <MessageBar intent="warning">
          <MessageBarBody>{trouble}</MessageBarBody>
        </MessageBar>
      )}
      <Field
        validationState="none"
        validationMessage={can.includes('cancel') ? `${percent} %` : 'Stopping: the installer undoes what it has done.'}
        label="Progress of the installation"
      >
        <ProgressBar value={percent / 100} thickness="large" />
      </Field>
      <dl className="facts">
        <dt>Phase</dt>
        <dd>{phase ? words(phase) : 'Starting'}</dd>
        <dt>Action</dt>
        <dd>{action || '–'}</dd>
        <dt>Elapsed</dt>
        <dd>
          <time>{elapsed === null ? '–' : clock(elapsed)}</time>
        </dd>
      </dl>
      <LogView />
    </Frame>
  );
}
