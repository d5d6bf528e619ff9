import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { Refused } from '../api/request.ts';
import { pathOf, sendEvent } from '../api/sending.ts';
import type { View } from '../api/view.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Box } from '../shell/Box.tsx';
import { Page } from '../shell/Page.tsx';
import { nameOf } from '../words.ts';
import { summaryOf } from './summary.ts';
import { TogetherTable } from './TogetherTable.tsx';
import './together.css';
import { useTogether } from './useTogether.ts';
import { forAll, type WayOn, wayOn, wayWords } from './wayOn.ts';

const ways: readonly WayOn[] = ['install', 'retry', 'recheck'];

/** All installations on one page: how far each is, what failed and why, and the ways on, one by one or all together. */
export function Together() {
  const { views, isWhole, refused, refresh } = useTogether();
  const [asked, setAsked] = useState<WayOn | null>(null);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const [failures, setFailures] = useState<readonly string[]>([]);

  const go = async (chosen: readonly View[], way: WayOn) => {
    setSent(new Set(chosen.map(({ id }) => id)));
    setFailures([]);
    for (const view of chosen) {
      await sendEvent(pathOf(view.id), { type: way }, view.revision).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        setFailures((before) => [...before, `${nameOf(view)}: ${error.message || error.title}`]);
      });
    }
    await refresh();
    setSent(new Set());
  };
  const open = (way: WayOn) => views?.filter((view) => wayOn(view) === way) ?? [];

  return (
    <Page
      title={say('Progress')}
      heading={say('Progress of all installations')}
      className="together"
      actions={
        <span className="going">
          {ways.map((way) => {
            const count = open(way).length;
            return (
              isWhole &&
              count > 1 && (
                <Button key={way} disabled={sent.size > 0} onClick={() => setAsked(way)}>
                  {forAll[way](count)}
                </Button>
              )
            );
          })}
        </span>
      }
    >
      {refused && <Bar intent="error">{refused.message || refused.title}</Bar>}
      {failures.length > 0 && (
        <Bar intent="error" onDismiss={() => setFailures([])}>
          {failures.join('\n')}
        </Bar>
      )}
      {!isWhole && !refused && <Spinner label={say('Reading the installations')} />}
      {isWhole && views?.length === 0 && (
        <p className="empty">{say('There are no installations yet. To begin many at once, use mim-setup run --each.')}</p>
      )}
      {views !== undefined && views.length > 0 && (
        <>
          {isWhole && <p role="status">{summaryOf(views)}</p>}
          <TogetherTable views={views} sent={sent} onGo={(view, way) => void go([view], way)} />
        </>
      )}
      {asked && (
        <Box
          title={`${forAll[asked](open(asked).length)}?`}
          onClose={() => setAsked(null)}
          buttons={[
            {
              label: wayWords[asked],
              onClick: () => {
                setAsked(null);
                void go(open(asked), asked);
              },
            },
            { label: say('Cancel'), isDefault: true, onClick: () => setAsked(null) },
          ]}
        >
          {open(asked)
            .map((view) => (view.mode === 'live' ? say('{installation} (live)', { installation: nameOf(view) }) : nameOf(view)))
            .join(', ')}
        </Box>
      )}
    </Page>
  );
}
