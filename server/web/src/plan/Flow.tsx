import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import { say } from '../language/say.ts';

const FlowTab = lazy(() => import('../flow/FlowTab.tsx'));

/** The tab with the picture. It is loaded when it is first looked at. */
export function Flow() {
  return (
    <Suspense fallback={<Spinner className="waiting" label={say('Opening the flow')} />}>
      <FlowTab />
    </Suspense>
  );
}
