import { useEffect } from 'react';
import { isUnderWay } from '../api/isUnderWay.ts';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { ago } from '../times.ts';

/** How often it is looked whether the runner is there, milliseconds: its coming and going is no step, and is not told by itself. */
const pause = 3000;

/** Says that the installation waits for its runner, where that is away. */
export function WaitsFor() {
  const { session, view } = useInstallation();
  const { runner, waitsFor } = view;
  const mayWait = runner !== null && isUnderWay(view);
  useEffect(() => {
    if (!mayWait) return;
    const timer = setInterval(() => document.hidden || void session.known.read(), pause);
    return () => clearInterval(timer);
  }, [session, mayWait]);
  if (!waitsFor) return null;
  const seen = waitsFor.seenAt === null ? '' : ` ${say('It was last seen {ago}.', { ago: ago(waitsFor.seenAt) })}`;
  return (
    <section className="lost" aria-label={say('What the installation is waiting for')} data-waits-for={waitsFor.runner}>
      <Bar intent="warning" title={say('Waiting for the runner {runner}', { runner: waitsFor.runner })}>
        {waitsFor.message}
        {seen}
      </Bar>
    </section>
  );
}
