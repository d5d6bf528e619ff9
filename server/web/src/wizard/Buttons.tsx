import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { AccessLabel, accessKeyOf } from './AccessLabel.tsx';
import { CancelBox } from './CancelBox.tsx';
import { shortcut, useDialogKeys } from './useDialogKeys.ts';

/** What a screen says of the buttons below it. Whether there is a Back and a Cancel, the service says. */
export interface ButtonsProps {
  /** What goes on from here; nothing where only waiting helps. The label marks its key. `form` names the form that it sends. */
  readonly next?: {
    readonly label: string;
    readonly form?: string;
    readonly isOff?: boolean;
    onClick?(): void;
  };
  /** Enter answers with it; as in the original, a warning's is Back. */
  readonly isBackDefault?: boolean;
  /** A check runs; what is on screen cannot be sent now. */
  readonly isBusy?: boolean;
}

/** Back, Next and Cancel, as the original has them, each with its key. */
export function Buttons({ next, isBackDefault = false, isBusy = false }: ButtonsProps) {
  const { session, view } = useInstallation();
  const { sending } = useSessionState(session);
  const [isCancelling, setCancelling] = useState(false);
  const canBack = view.can.includes('back');
  const canCancel = view.can.includes('cancel');
  useDialogKeys(() => canCancel && setCancelling(true));
  const showsBack = canBack || kindsWithBack.includes(view.page.kind);
  if (!showsBack && !next && !canCancel) return null;
  const back = say('&Back');
  return (
    <footer className="buttons">
      {isBusy && <Spinner className="busy" size="tiny" label={say('Checking…')} />}
      {showsBack && (
        <Button
          aria-keyshortcuts={shortcut(accessKeyOf(back))}
          disabledFocusable={!canBack || sending}
          appearance={isBackDefault ? 'primary' : 'secondary'}
          onClick={() => session.send({ type: 'back' })}
          {...(isBackDefault && { 'data-default': true })}
        >
          <AccessLabel text={back} />
        </Button>
      )}
      {next && (
        <Button
          type={next.form ? 'submit' : 'button'}
          form={next.form}
          aria-keyshortcuts={shortcut(accessKeyOf(next.label))}
          appearance={isBackDefault ? 'secondary' : 'primary'}
          disabledFocusable={next.isOff || sending}
          onClick={next.onClick}
          {...(!isBackDefault && { 'data-default': true })}
        >
          <AccessLabel text={next.label} />
        </Button>
      )}
      {canCancel && (
        <Button className="cancel" onClick={() => setCancelling(true)}>
          {say('Cancel')}
        </Button>
      )}
      {isCancelling && <CancelBox onClose={() => setCancelling(false)} />}
    </footer>
  );
}

/** Where the original shows Back even while it is off. */
const kindsWithBack = ['form', 'warning', 'error', 'ready'];
