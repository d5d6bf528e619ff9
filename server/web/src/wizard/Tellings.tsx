import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import { words } from '../words.ts';

/** What the user has to be told on this page: what went wrong, what somebody else did, and the guide's notes. */
export function Tellings() {
  const { session, view } = useInstallation();
  const { refused, moved } = useSessionState(session);
  const { page, problems, status } = view;
  const notes = page.notes.filter(({ page: of }) => of === page.id);
  return (
    <div className="tellings">
      {moved && (
        <MessageBar intent="info">
          <MessageBarBody>
            <MessageBarTitle>Somebody else was here</MessageBarTitle>
            {moved.who ?? 'Another window'} answered “{words(moved.from)}”
            {moved.from === page.id ? '.' : `, so the wizard has moved to “${words(page.id)}”.`} What you typed is kept in this
            tab.
          </MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button appearance="transparent" aria-label="Dismiss" icon={<Dismiss20Regular />} onClick={session.forgetMoved} />
            }
          />
        </MessageBar>
      )}
      {refused && (
        <MessageBar intent="error">
          <MessageBarBody>
            <MessageBarTitle>{refused.title}</MessageBarTitle>
            {refused.errors.length > 0 ? 'See the fields below.' : `${refused.message} ${refused.remedy ?? ''}`}
          </MessageBarBody>
        </MessageBar>
      )}
      {status !== 'error' &&
        problems
          .filter(({ field }) => !field)
          .map(({ code, title, detail }) => (
            <MessageBar key={code} intent="error">
              <MessageBarBody className="lines">
                <MessageBarTitle>{title}</MessageBarTitle>
                {detail}
              </MessageBarBody>
            </MessageBar>
          ))}
      {notes.map(({ code, message }) => (
        <MessageBar key={code} intent="info">
          <MessageBarBody>{message}</MessageBarBody>
        </MessageBar>
      ))}
    </div>
  );
}
