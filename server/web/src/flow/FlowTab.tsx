import { Button, Link, SearchBox, Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';
import { inLanguage } from '../language/language.ts';
import { say } from '../language/say.ts';
import './flow.css';
import { PastView } from './PastView.tsx';
import { Picture, type PictureActs } from './Picture.tsx';
import { Steps } from './Steps.tsx';
import { search } from './search.ts';
import { useDrawing } from './useDrawing.ts';
import { usePast } from './usePast.ts';

/** The whole statechart, and the installation on it: live, or as it was at any revision. */
export function FlowTab() {
  const { view } = useInstallation();
  const [chosen, setChosen] = useState<number | null>(null);
  const revision = Math.min(chosen ?? view.revision, view.revision);
  const { drawing, failed } = useDrawing(view.id, revision);
  const past = usePast(view.id, revision);
  const picture = useRef<PictureActs>(null);
  const [, go] = useLocation();
  const open = (node: string) => {
    if (node === view.page.id) go(addressOf('installation', view));
    else if (view.trail.some((page) => page === node)) go(addressOf('pageBehind', { id: view.id, page: node }));
  };
  const [wanted, setWanted] = useState('');
  const [first, setFirst] = useState(0);
  const matches = useMemo(() => (drawing ? search(drawing.svg, wanted) : []), [drawing, wanted]);
  const at = matches.length === 0 ? 0 : first % matches.length;
  const found = useMemo(() => [...matches.slice(at), ...matches.slice(0, at)], [matches, at]);
  const here = drawing?.svg.querySelector('.node.here')?.getAttribute('data-node');

  useEffect(() => {
    const [node] = found;
    if (node !== undefined && wanted !== '') picture.current?.show(node);
  }, [found, wanted]);

  if (failed && !drawing)
    return (
      <Sheet>
        <p className="aside">{say('The picture is not available right now. Open this tab again.')}</p>
      </Sheet>
    );
  if (!drawing)
    return (
      <Sheet>
        <Spinner label={say('Drawing the flow')} />
      </Sheet>
    );
  return (
    <Sheet>
      <div className="bar">
        <h2>{say('The flow')}</h2>
        <SearchBox
          aria-label={say('Find a screen')}
          placeholder={say('Find a screen')}
          dismiss={{ 'aria-label': say('Clear') }}
          size="small"
          value={wanted}
          onChange={(_, { value }) => {
            setWanted(value);
            setFirst(0);
          }}
          onKeyDown={({ key, shiftKey }) => {
            if (key === 'Enter') setFirst((before) => before + (shiftKey ? Math.max(0, matches.length - 1) : 1));
          }}
        />
        <span className="aside" role="status">
          {wanted === ''
            ? ''
            : matches.length === 0
              ? say('No such screen')
              : say('{at} of {count}; Enter for the next', { at: at + 1, count: matches.length })}
        </span>
        <div className="tools">
          <Button size="small" onClick={() => picture.current?.zoom(1 / 1.25)} aria-label={say('Zoom out')}>
            −
          </Button>
          <Button size="small" onClick={() => picture.current?.zoom(1.25)} aria-label={say('Zoom in')}>
            +
          </Button>
          <Button size="small" onClick={() => picture.current?.fitIn()}>
            {say('Fit')}
          </Button>
          <Button size="small" disabled={!here} onClick={() => here && picture.current?.show(here)}>
            {say('Current state')}
          </Button>
          {document.fullscreenEnabled && (
            <Button size="small" onClick={() => void toggleFullScreen()}>
              {say('Full screen')}
            </Button>
          )}
          <Link
            href={inLanguage(`${pathOf(view.id)}/chart.svg?revision=${revision}`)}
            download={`flow-${view.id.slice(0, 8)}-${revision}.svg`}
          >
            {say('Download')}
          </Link>
        </div>
      </div>
      <Picture drawing={drawing} found={found} acts={picture} onOpen={open} />
      <Steps revision={revision} last={view.revision} isLive={chosen === null} go={setChosen} />
      {past && <PastView past={past} />}
    </Sheet>
  );
}

function Sheet({ children }: { readonly children: React.ReactNode }) {
  return (
    <main id="main" className="sheet flow">
      {children}
    </main>
  );
}

async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await document.getElementById('main')?.requestFullscreen();
}
