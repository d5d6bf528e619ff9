import { useInstallation } from '../api/useSession.ts';
import type { Check } from '../api/view.ts';
import { say } from '../language/say.ts';
import { ReasonBox } from '../shell/ReasonBox.tsx';

/** Asks for the reason to go on although a check failed. */
export function OverrideBox({ check, onClose }: { readonly check: Check; onClose(): void }) {
  const { session } = useInstallation();
  return (
    <ReasonBox
      title={say('Continue although this check failed?')}
      label={say('Reason (recorded with your name)')}
      action={say('Override')}
      isNeeded
      onClose={onClose}
      onReason={(reason) => void session.send({ type: 'override', check: check.id, reason })}
    >
      <p>
        <strong>{check.title}.</strong> {check.message}
      </p>
    </ReasonBox>
  );
}
