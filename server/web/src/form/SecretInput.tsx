import { Button, Input } from '@fluentui/react-components';
import { Eye20Regular } from '@fluentui/react-icons/svg/eye';
import { EyeOff20Regular } from '@fluentui/react-icons/svg/eye-off';
import { useState } from 'react';
import { say } from '../language/say.ts';

interface SecretInputProps {
  readonly id: string;
  readonly value: string;
  /** The service has it; left empty, it stays. */
  readonly isKept: boolean;
  readonly disabled: boolean;
  onChange(value: string): void;
}

/** A masked field. What the service keeps never comes back here. */
export function SecretInput({ id, value, isKept, disabled, onChange }: SecretInputProps) {
  const [isShown, setShown] = useState(false);
  return (
    <Input
      id={id}
      type={isShown ? 'text' : 'password'}
      value={value}
      disabled={disabled}
      autoComplete="new-password"
      spellCheck={false}
      placeholder={isKept ? `•••••••• ${say('kept – type to replace')}` : ''}
      onChange={(_, data) => onChange(data.value)}
      contentAfter={
        <Button
          appearance="transparent"
          size="small"
          disabled={disabled || value === ''}
          icon={isShown ? <EyeOff20Regular /> : <Eye20Regular />}
          aria-label={isShown ? say('Hide it') : say('Show it')}
          onClick={() => setShown(!isShown)}
        />
      }
    />
  );
}
