import { Spinner } from '@fluentui/react-components';
import { type ComponentType, useEffect } from 'react';
import { InstallationContext, useSession, useSessionState } from './api/useSession.ts';
import { say } from './language/say.ts';
import { part } from './lazy/part.tsx';
import { WaitsFor } from './runners/WaitsFor.tsx';
import { Bar } from './shell/Bar.tsx';
import { Head } from './shell/Head.tsx';
import { Nowhere } from './shell/Nowhere.tsx';
import { Wizard } from './wizard/Wizard.tsx';
import { titled } from './words.ts';

const tabs: Readonly<Record<string, ComponentType>> = {
  setup: Wizard,
  plan: part((parts) => parts.PlanTab),
  log: part((parts) => parts.LogTab),
  flow: part((parts) => parts.FlowTab),
  report: part((parts) => parts.ReportTab),
};
const PageBehind = part((parts) => parts.PageBehind);

/** What stands in the way of an installation of which something is kept all the same. */
const canBeCollected: ReadonlySet<string> = new Set(['damaged', 'chart-changed']);

/** One installation to work in. */
export function Installation({ id, tab, page }: { readonly id: string; readonly tab: string; readonly page?: string }) {
  const session = useSession(id);
  const { view, gone, lost } = useSessionState(session);
  const Tab = tabs[tab];
  useEffect(() => {
    if (view)
      document.title = titled(
        `${view.mode === 'rehearsal' ? `${say('Rehearsal')}: ` : ''}${view.page.title || view.name || say('Installation')}`,
      );
  }, [view]);
  if (gone?.code === 'not-found')
    return <Nowhere title={say('There is no such installation')} text={say('It may have been deleted. Check the address.')} />;
  if (gone) return <Nowhere title={gone.title} text={gone.message} collect={canBeCollected.has(gone.code) ? id : undefined} />;
  const isBehind = tab === 'page' && page !== undefined;
  if (!Tab && !isBehind) return <Nowhere />;
  if (!view) return <Spinner className="waiting" label={say('Opening the installation')} />;
  return (
    <InstallationContext value={{ session, view }}>
      <Head tab={isBehind ? 'setup' : tab} />
      {lost && (
        <div className="lost">
          <Bar intent="warning" title={say('The service does not answer')}>
            {say('What you typed is kept in this tab. The page continues by itself when the service is back.')}
          </Bar>
        </div>
      )}
      <WaitsFor />
      {isBehind ? <PageBehind page={page} /> : Tab && <Tab />}
    </InstallationContext>
  );
}
