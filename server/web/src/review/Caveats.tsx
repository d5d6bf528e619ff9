import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { words } from '../words.ts';

/** What to bear in mind before the installation: checks that were overridden, what is not known for certain, what the guide remarks. */
export function Caveats() {
  const { view } = useInstallation();
  const overridden = view.checks.filter(({ status }) => status === 'overridden');
  const unsure = view.page.notes.filter(({ code }) => code.endsWith('-property'));
  const notes = view.page.notes.filter((note) => !unsure.includes(note));
  return (
    <div className="notices">
      {overridden.map(({ id, title, overridden }) => (
        <Bar key={id} intent="warning" title={say('{check}: overridden by {who}', { check: title, who: overridden?.who ?? '' })}>
          {overridden?.reason}
        </Bar>
      ))}
      {unsure.length > 0 && (
        <Bar
          intent="warning"
          title={say('{count, plural, one {# property is} other {# properties are}} not known for certain', {
            count: unsure.length,
          })}
        >
          <details>
            <summary>{say('The installer may read them differently, or not at all')}</summary>
            <ul>
              {unsure.map(({ code, message }) => (
                <li key={message} data-code={code}>
                  {message}
                </li>
              ))}
            </ul>
          </details>
        </Bar>
      )}
      {notes.length > 0 && (
        <Bar intent="info" title={say('Notes from the guide')}>
          <ul>
            {notes.map(({ code, message, page }) => (
              <li key={code}>
                {words(page)}: {message}
              </li>
            ))}
          </ul>
        </Bar>
      )}
    </div>
  );
}
