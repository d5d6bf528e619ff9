import { useInstallation, useSessionState } from '../api/useSession.ts';
import { RunnerField } from './RunnerField.tsx';

/** The last chance to say which server is installed on. Its checks are then made once more, there. */
export function RunnerAtReady() {
  const { session, view } = useInstallation();
  const { sending } = useSessionState(session);
  if (view.mode !== 'live') return null;
  return (
    <RunnerField id="ready-runner" runner={view.runner} isOff={sending} onChange={(runner) => void session.assign(runner)} />
  );
}
