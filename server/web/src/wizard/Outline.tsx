import { Button } from '@fluentui/react-components';
import { Checkmark16Filled } from '@fluentui/react-icons/svg/checkmark';
import { ChevronDown20Regular } from '@fluentui/react-icons/svg/chevron-down';
import { useEffect, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { phaseIn, usePages } from '../api/usePages.ts';
import { useInstallation } from '../api/useSession.ts';
import type { OutlineEntry } from '../api/view.ts';
import { say } from '../language/say.ts';
import { words } from '../words.ts';

/**
 * The phases and pages: what is done, where it is, and what lies ahead. A page that is done leads back to it. `from`: the page behind
 * that it stands beside.
 */
export function Outline({ from }: { readonly from?: string }) {
  const { session, view } = useInstallation();
  const pages = usePages();
  const [isOpen, setOpen] = useState(false);
  const { outline, step, can } = view;
  const current = outline.find(({ state }) => state === 'current');
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when the wizard has moved
  useEffect(() => {
    list.current?.querySelector('.current')?.scrollIntoView({ block: 'nearest' });
  }, [current?.page, pages]);
  const [, go] = useLocation();
  // From the review a page is opened as it was answered: going back to it would ask all that comes after it again.
  const isReviewed = view.status === 'ready' && can.includes('change');
  const revisit = async (page: string) => {
    setOpen(false);
    if (isReviewed) go(addressOf('pageBehind', { id: view.id, page }));
    else if ((await session.send({ type: 'revisit', page }, from)) && from !== undefined) go(addressOf('installation', view));
  };
  return (
    <nav aria-label={say('Pages of the wizard')} className={`outline ${isOpen ? 'open' : ''}`}>
      <Button
        className="opener"
        appearance="subtle"
        icon={<ChevronDown20Regular />}
        iconPosition="after"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {say('Step {index} of {total}', { index: step.index, total: step.of })}: {current ? words(current.page) : ''}
      </Button>
      <div className="phases" ref={list} tabIndex={can.includes('revisit') ? undefined : 0}>
        {inPhases(outline, (page) => phaseIn(pages, page)).map(({ phase, entries }) => (
          <section key={entries[0]?.page ?? phase}>
            <h2>{words(phase)}</h2>
            <ol>
              {entries.map((entry) => (
                <Entry
                  key={entry.page}
                  entry={entry}
                  onRevisit={can.includes('revisit') ? (page) => void revisit(page) : undefined}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </nav>
  );
}

function Entry({ entry, onRevisit }: { readonly entry: OutlineEntry; readonly onRevisit: ((page: string) => void) | undefined }) {
  const { page, title, subtitle, state } = entry;
  const full = subtitle ? `${title}: ${subtitle}` : title;
  const leadsBack = state === 'done' && onRevisit !== undefined;
  const text = (
    <>
      <span className="mark" aria-hidden="true">
        {state === 'done' && <Checkmark16Filled />}
      </span>
      <span>
        {words(page)}
        <span className="hidden">
          {state === 'done' ? `, ${say('done')}` : state === 'ahead' ? `, ${say('still to come')}` : ''}
        </span>
      </span>
    </>
  );
  return (
    <li className={state} title={full} aria-current={state === 'current' ? 'step' : undefined}>
      {leadsBack ? (
        <button type="button" onClick={() => onRevisit(page)}>
          {text}
        </button>
      ) : (
        <span className="entry">{text}</span>
      )}
    </li>
  );
}

function inPhases(outline: readonly OutlineEntry[], phaseOf: (page: string) => string) {
  const phases: { phase: string; entries: OutlineEntry[] }[] = [];
  for (const entry of outline) {
    const phase = phaseOf(entry.page);
    const last = phases.at(-1);
    if (last?.phase === phase) last.entries.push(entry);
    else phases.push({ phase, entries: [entry] });
  }
  return phases;
}
