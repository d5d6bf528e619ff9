import { Spinner } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';

const FlowTab = lazy(() => import('../flow/FlowTab.tsx'));

/** The tab with the picture. It is loaded when it is first looked at. */
export function Flow() {
  return (
    <Suspense fallback={<Spinner className="waiting" label="Opening the flow" />}>
      <FlowTab />
    </Suspense>
  );
}
