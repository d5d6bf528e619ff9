import { Spinner } from '@fluentui/react-components';
import { useInstallation } from '../api/useSession.ts';
import { PlanView } from '../plan/PlanView.tsx';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { RanElsewhere } from './RanElsewhere.tsx';

/** The plan, before anything is touched. As in the original, Back is the default. */
export function ReadyScreen() {
  const { session, view } = useInstallation();
  const { page, can, checks } = view;
  const isChecking = checks.some(({ status }) => status === 'pending');
  return (
    <Frame
      title={page.title}
      subtitle={page.subtitle}
      isBackDefault
      next={{
        label: 'Install',
        key: 'I',
        isOff: !can.includes('install'),
        onClick: () => void session.send({ type: 'install' }),
      }}
    >
      <Guidance />
      {isChecking && <Spinner size="tiny" labelPosition="after" label="Everything is checked once more. Install waits for it." />}
      <RanElsewhere />
      <PlanView />
    </Frame>
  );
}
