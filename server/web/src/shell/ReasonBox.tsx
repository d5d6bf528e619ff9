import { Field, Textarea } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { FormBox } from './FormBox.tsx';

interface ReasonBoxProps {
  readonly title: string;
  readonly label: string;
  readonly action: string;
  /** Nothing is done without one. */
  readonly isNeeded?: boolean;
  readonly children?: ReactNode;
  onClose(): void;
  onReason(reason: string): void;
}

/** Asks for a reason. */
export function ReasonBox({ title, label, action, isNeeded = false, children, onClose, onReason }: ReasonBoxProps) {
  const [reason, setReason] = useState('');
  const isEnough = !isNeeded || reason.trim() !== '';
  return (
    <FormBox
      title={title}
      action={action}
      isOff={!isEnough}
      onClose={onClose}
      onSubmit={() => {
        onReason(reason.trim());
        onClose();
      }}
    >
      {children}
      <Field label={{ children: label, htmlFor: 'reason-text' }} required={isNeeded}>
        <Textarea id="reason-text" value={reason} maxLength={2000} rows={3} onChange={(_, data) => setReason(data.value)} />
      </Field>
    </FormBox>
  );
}
