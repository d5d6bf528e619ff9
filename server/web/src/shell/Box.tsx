import { Button } from '@fluentui/react-components';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

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
  /** It tells something that has to be answered. */
  readonly isAlert?: boolean;
  onClose(): void;
}

/**
 * A box above the page, by the browser's own dialog: what lies beneath cannot be reached, Escape closes it, and the focus
 * goes back to where it was. The first field has the focus, or else the default button.
 */
export function Box({ title, buttons, children, isAlert = true, onClose }: BoxProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current!;
    shown.showModal();
    shown.querySelector<HTMLElement>('[data-default]')?.focus();
    return () => shown.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="box"
      role={isAlert ? 'alertdialog' : 'dialog'}
      aria-labelledby={`${id}-title`}
      aria-describedby={isAlert ? `${id}-text` : undefined}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <div id={`${id}-text`} className="content">
        {children}
      </div>
      <footer>
        {buttons.map(({ label, isDefault = false, isOff = false, form, onClick }) => (
          <Button
            key={label}
            appearance={isDefault ? 'primary' : 'secondary'}
            type={form ? 'submit' : 'button'}
            form={form}
            disabled={isOff}
            onClick={onClick}
            {...(isDefault && !form && { 'data-default': true })}
          >
            {label}
          </Button>
        ))}
      </footer>
    </dialog>
  );
}
