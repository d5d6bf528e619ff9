import { Tab, TabList } from '@fluentui/react-components';
import { useState } from 'react';
import { PlanView } from '../plan/PlanView.tsx';
import { Answers } from './Answers.tsx';
import { Mind } from './Mind.tsx';

/** Before anything is touched: what to mind, what was answered, and on a second tab what the installer will be told. */
export function Review() {
  const [tab, setTab] = useState('answers');
  return (
    <section className="review" aria-label="Review">
      <Mind />
      <TabList selectedValue={tab} onTabSelect={(_, { value }) => setTab(String(value))}>
        <Tab id="tab-answers" value="answers" aria-controls="review-panel">
          Your answers
        </Tab>
        <Tab id="tab-plan" value="plan" aria-controls="review-panel">
          The plan in detail
        </Tab>
      </TabList>
      <div id="review-panel" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'answers' ? <Answers /> : <PlanView />}
      </div>
    </section>
  );
}
