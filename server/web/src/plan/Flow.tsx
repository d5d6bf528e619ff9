import { useState } from 'react';
import { useInstallation } from '../api/useSession.ts';

/** The flow as a picture, with the present state and the way that was taken. */
export function Flow() {
  const { view } = useInstallation();
  const [isMissing, setMissing] = useState(false);
  return (
    <main id="main" className="sheet wide">
      <h2>The flow</h2>
      {isMissing ? (
        <p className="aside">This version does not draw the flow.</p>
      ) : (
        <img
          className="chart"
          src={`/api/v1/installations/${view.id}/chart.svg?revision=${view.revision}`}
          alt={`The flow of the wizard. It is at ${view.page.title}.`}
          onError={() => setMissing(true)}
        />
      )}
    </main>
  );
}
