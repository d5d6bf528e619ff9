import { say } from '../language/say.ts';
import { PlanView } from './PlanView.tsx';

/** The plan on a page of its own, at any time. */
export function PlanTab() {
  return (
    <main id="main" className="sheet wide">
      <h2>{say('The plan')}</h2>
      <PlanView />
    </main>
  );
}
