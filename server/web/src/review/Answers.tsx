import { Button, Spinner } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { Refused } from '../api/request.ts';
import { phaseIn, usePages } from '../api/usePages.ts';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import type { Plan } from '../plan/plan.ts';
import { usePlan } from '../plan/usePlan.ts';
import { words } from '../words.ts';

/** What was answered, section by section, in the words of the pages. Each page can be opened and changed. */
export function Answers() {
  const { view } = useInstallation();
  const [, go] = useLocation();
  const pages = usePages();
  const plan = usePlan();
  if (plan instanceof Refused)
    return <p className="aside">{say('The answers cannot be shown: {reason}', { reason: plan.message })}</p>;
  if (plan === undefined || pages === undefined) return <Spinner label={say('Reading the answers')} />;
  const mayChange = view.can.includes('change');
  return inSections(plan.answers, (page) => phaseIn(pages, page)).map(({ phase, answered }) => (
    <section key={phase} className="answered" aria-label={words(phase)}>
      <h3>{words(phase)}</h3>
      {answered.map(({ page, answers }) => (
        <div key={page} className="answers" data-page={page}>
          <h4>{words(page)}</h4>
          <dl>
            {answers.map(({ field, label, value }) => (
              <div key={field}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {mayChange && (
            <Button
              size="small"
              aria-label={`${say('Change')}: ${words(page)}`}
              onClick={() => go(addressOf('pageBehind', { id: view.id, page }))}
            >
              {say('Change')}
            </Button>
          )}
        </div>
      ))}
    </section>
  ));
}

type Answer = Plan['answers'][number];

interface Section {
  readonly phase: string;
  readonly answered: { readonly page: string; readonly answers: readonly Answer[] }[];
}

function inSections(answers: readonly Answer[], phaseOf: (page: string) => string): Section[] {
  const pages = [...Map.groupBy(answers, ({ page }) => page)].map(([page, answers]) => ({ page, answers }));
  return [...Map.groupBy(pages, ({ page }) => phaseOf(page))].map(([phase, answered]) => ({ phase, answered }));
}
