import { say } from '../language/say.ts';
import { PlanView } from '../plan/PlanView.tsx';
import { type TabPanel, Tabs } from '../shell/Tabs.tsx';
import { Answers } from './Answers.tsx';
import { Caveats } from './Caveats.tsx';
import { OpenAnswers } from './OpenAnswers.tsx';
import './review.css';

const panels: readonly [TabPanel, TabPanel] = [
  { id: 'answers', label: say('Your answers'), content: () => <Answers /> },
  { id: 'plan', label: say('The plan in detail'), content: () => <PlanView /> },
];

/** Before anything is touched: what to mind, what was answered, and on a second tab what the installer will be told. */
export function Review() {
  return (
    <section className="review" aria-label={say('Review')}>
      <Caveats />
      <OpenAnswers />
      <Tabs label={say('Your answers or the plan')} panels={panels} />
    </section>
  );
}
