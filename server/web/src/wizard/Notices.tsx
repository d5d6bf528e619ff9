import type { Moved } from '../api/sessionState.ts';
import { useRefused } from '../api/useRefused.ts';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { words } from '../words.ts';
import { AskedByChange } from './AskedByChange.tsx';
import { Refusal } from './Refusal.tsx';

/** What the user has to be told on this page: what went wrong, what somebody else did. */
export function Notices() {
  const { session, view } = useInstallation();
  const { moved } = useSessionState(session);
  const { page, problems, status, outcome } = view;
  const refused = useRefused(page.id);
  const tellsElsewhere = status === 'error' || (status === 'failed' && outcome !== null);
  const general = tellsElsewhere ? [] : problems.filter(({ field }) => !field);
  return (
    <div className="notices">
      {moved && (
        <Bar intent="info" title={say('Somebody else was here')} onDismiss={() => session.known.note({ moved: null })}>
          {tellWhoMoved(moved, page.id)} {say('What you typed is kept in this tab.')}
        </Bar>
      )}
      <AskedByChange />
      {refused && <Refusal refused={refused} hasFields={page.kind === 'form'} />}
      {general.map(({ code, title, detail }) => (
        <Bar key={code} intent="error" title={title}>
          {detail}
        </Bar>
      ))}
    </div>
  );
}

function tellWhoMoved({ who, from }: Moved, to: string): string {
  const said = { who: who ?? say('Another window'), page: words(from), next: words(to) };
  return from === to
    ? say('{who} answered “{page}”.', said)
    : say('{who} answered “{page}”, so the wizard has moved to “{next}”.', said);
}
