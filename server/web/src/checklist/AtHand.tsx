import { Link } from 'wouter';
import { say } from '../language/say.ts';
import { words } from '../words.ts';
import { useChecklist } from './useChecklist.ts';

/** On the first page: what will be asked, of whom, and how long it takes. */
export function AtHand() {
  const sheets = useChecklist();
  if (!sheets) return null;
  const pages = new Set(sheets.flatMap(({ asked }) => asked.map(({ page }) => page)));
  return (
    <section className="at-hand" aria-labelledby="at-hand">
      <h3 id="at-hand">{say('What to have at hand')}</h3>
      <p>
        {say(
          'Up to {pages} pages ask for what these teams know. With the answers at hand, they take about half an hour. Each page is checked right away, and you can leave at any time and come back.',
          { pages: pages.size },
        )}
      </p>
      <p>
        <Link href="/checklist" className="link">
          {say('Printable checklist, with a sheet for each team')}
        </Link>
      </p>
      <dl>
        {sheets.map(({ team, title, asked }) => (
          <div key={team}>
            <dt>{title}</dt>
            <dd>{[...new Set(asked.map(({ page }) => words(page)))].join(', ')}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
