import { SearchBox } from '@fluentui/react-components';
import { useLayoutEffect, useRef, useState } from 'react';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import './log.css';
import { useLog } from './useLog.ts';

/** Lines that are drawn; a search goes through all that are here. */
const mostDrawn = 1000;

/** The end of the installer's log. It follows as it grows, unless the reader has scrolled up or searches. */
export function LogView({ heading: Heading = 'h3' }: { readonly heading?: 'h2' | 'h3' }) {
  const { session } = useInstallation();
  const lines = useLog(session.known.log);
  const [search, setSearch] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const wanted = search.trim().toLowerCase();
  const found = wanted === '' ? lines : lines.filter((line) => line.toLowerCase().includes(wanted));

  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls when there are more lines
  useLayoutEffect(() => {
    if (box.current && isAtEnd.current) box.current.scrollTop = box.current.scrollHeight;
  }, [found.length]);
  const noteScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = box.current!;
    isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 8;
  };

  return (
    <section className="log" aria-label={say("The installer's log")}>
      <div className="bar">
        <Heading>{say('Log')}</Heading>
        <SearchBox
          aria-label={say('Search the log')}
          placeholder={say('Search the log')}
          dismiss={{ 'aria-label': say('Clear') }}
          size="small"
          value={search}
          onChange={(_, { value }) => setSearch(value)}
        />
        <span className="aside" role="status">
          {wanted === ''
            ? say('{count, plural, one {# line} other {# lines}}', { count: lines.length })
            : say('{found} of {count, plural, one {# line} other {# lines}}', { found: found.length, count: lines.length })}
        </span>
      </div>
      <div
        ref={box}
        className="tail"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached without a mouse
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={say('Lines of the log')}
        onScroll={noteScroll}
      >
        {lines.length === 0 && <p className="aside">{say('The installer has not written anything yet.')}</p>}
        {found.slice(-mostDrawn).map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added, and equal lines are common
          <div key={at}>{wanted === '' ? line : <Marked line={line} wanted={wanted} />}</div>
        ))}
      </div>
    </section>
  );
}

function Marked({ line, wanted }: { readonly line: string; readonly wanted: string }) {
  const at = line.toLowerCase().indexOf(wanted);
  return (
    <>
      {line.slice(0, at)}
      <mark>{line.slice(at, at + wanted.length)}</mark>
      {line.slice(at + wanted.length)}
    </>
  );
}
