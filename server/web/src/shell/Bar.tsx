import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactNode } from 'react';
import { say } from '../language/say.ts';

interface BarProps {
  readonly intent: 'info' | 'warning' | 'error';
  readonly title?: string;
  readonly children: ReactNode;
  /** What can be done about it. */
  readonly action?: { readonly label: string; onClick(): void };
  onDismiss?(): void;
}

/** A message across the page. Its text may be long, and may have lines of its own. */
export function Bar({ intent, title, children, action, onDismiss }: BarProps) {
  return (
    <MessageBar intent={intent} layout="multiline" className="message">
      <MessageBarBody className="lines">
        {title && <MessageBarTitle>{title}</MessageBarTitle>} {children}
      </MessageBarBody>
      {(action || onDismiss) && (
        <MessageBarActions
          {...(onDismiss && {
            containerAction: (
              <Button appearance="transparent" aria-label={say('Dismiss')} icon={<Dismiss20Regular />} onClick={onDismiss} />
            ),
          })}
        >
          {action && (
            <Button size="small" onClick={action.onClick}>
              {action.label}
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
