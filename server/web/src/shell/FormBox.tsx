import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Refused } from '../api/request.ts';
import { say } from '../language/say.ts';
import { Bar } from './Bar.tsx';
import { Box } from './Box.tsx';

interface FormBoxProps {
  readonly title: string;
  /** What the button says that sends it. */
  readonly action: string;
  readonly isOff?: boolean;
  /** The fields. */
  readonly children: ReactNode;
  onClose(): void;
  /** Where it is refused the box stays, and tells why. @throws {Refused} */
  onSubmit(): void | Promise<void>;
  /** A refusal in words. */
  tell?(refused: Refused): string;
}

/** A box that asks for something, to be sent or left. */
export function FormBox({ title, action, isOff = false, children, onClose, onSubmit, tell = messageOf }: FormBoxProps) {
  const form = useId();
  const [refused, setRefused] = useState<Refused | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await onSubmit();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  };
  return (
    <Box
      title={title}
      isAlert={false}
      onClose={onClose}
      buttons={[
        { label: action, isDefault: true, isOff, form },
        { label: say('Cancel'), onClick: onClose },
      ]}
    >
      <form id={form} onSubmit={submit} noValidate>
        {refused && (
          <Bar intent="error" title={refused.title}>
            {tell(refused)}
          </Bar>
        )}
        {children}
      </form>
    </Box>
  );
}

function messageOf({ message }: Refused): string {
  return message;
}
