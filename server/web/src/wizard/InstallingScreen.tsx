import { Field, MessageBar, MessageBarBody, ProgressBar } from '@fluentui/react-components';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { LogView } from '../log/LogView.tsx';
import { clock } from '../times.ts';
import { words } from '../words.ts';
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
        validationMessage={
          can.includes('cancel') ? say('{percent}%', { percent }) : say('Stopping: the installer is undoing what it has done.')
        }
        label={say('Installation progress')}
      >
        <ProgressBar value={percent / 100} thickness="large" />
      </Field>
      <dl className="facts">
        <dt>{say('Phase')}</dt>
        <dd>{phase ? words(phase) : say('Starting')}</dd>
        <dt>{say('Action')}</dt>
        <dd>{action || '–'}</dd>
        <dt>{say('Elapsed')}</dt>
        <dd>
          <time>{elapsed === null ? '–' : clock(elapsed)}</time>
        </dd>
      </dl>
      <LogView />
    </Frame>
  );
}
