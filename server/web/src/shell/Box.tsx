import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface BoxButton {
  readonly label: string;
  readonly isDefault?: boolean;
  readonly isOff?: boolean;
  /** It sends the form with this id. */
  readonly form?: string;
  onClick?(): void;
}

interface BoxProps {
  readonly title: ReactNode;
  readonly buttons: readonly BoxButton[];
  readonly children: ReactNode;
  /** It asks for an answer, and a click beside it is none. */
  readonly isAlert?: boolean;
  onClose(): void;
}

/** A box above the page. Escape closes it; the default button has the focus. */
export function Box({ title, buttons, children, isAlert = true, onClose }: BoxProps) {
  return (
    <Dialog open modalType={isAlert ? 'alert' : 'modal'} onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface className="box" onKeyDown={(event) => isAlert && event.key === 'Escape' && onClose()}>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>{children}</DialogContent>
          <DialogActions>
            {buttons.map(({ label, isDefault = false, isOff = false, form, onClick }) => (
              <Button
                key={label}
                appearance={isDefault ? 'primary' : 'secondary'}
                type={form ? 'submit' : 'button'}
                form={form}
                disabled={isOff}
                autoFocus={isDefault && !form}
                onClick={onClick}
              >
                {label}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
