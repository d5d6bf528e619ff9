import { useInstallation, useSessionState } from '../api/useSession.ts';
import { Bar } from '../shell/Bar.tsx';
import { words } from '../words.ts';
import { AskedByChange } from './AskedByChange.tsx';

/** What the user has to be told on this page: what went wrong, what somebody else did. */
export function Tellings() {
  const { session, view } = useInstallation();
  const { refused, moved } = useSessionState(session);
  const { page, problems, status, outcome } = view;
  const tellsElsewhere = status === 'error' || (status === 'failed' && outcome !== null);
  const general = tellsElsewhere ? [] : problems.filter(({ field }) => !field);
  return (
    <div className="tellings">
      {moved && (
        <Bar intent="info" title="Somebody else was here" onDismiss={session.forgetMoved}>
          {moved.who ?? 'Another window'} answered “{words(moved.from)}”
          {moved.from === page.id ? '.' : `, so the wizard has moved to “${words(page.id)}”.`} What you typed is kept in this tab.
        </Bar>
      )}
      <AskedByChange />
      {refused && (
        <Bar intent="error" title={refused.title}>
          {refused.errors.length > 0 && page.kind === 'form'
            ? 'See the fields below.'
            : `${refused.message} ${refused.remedy ?? ''}`}
        </Bar>
      )}
      {general.map(({ code, title, detail }) => (
        <Bar key={code} intent="error" title={title}>
          {detail}
        </Bar>
      ))}
    </div>
  );
}
