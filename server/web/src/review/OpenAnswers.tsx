import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useInstallation } from '../api/useSession.ts';
import type { OpenAnswer } from '../api/view.ts';
import { Bar } from '../shell/Bar.tsx';
import { words } from '../words.ts';
import { SendListing } from './SendListing.tsx';

/** Answers whose property is not known for certain, each beside what the package knows of it, to be settled by that. */
export function OpenAnswers() {
  const { view } = useInstallation();
  const [forAll, setForAll] = useState(false);
  const { openAnswers } = view;
  if (openAnswers.length === 0) return null;
  const open = openAnswers.filter(({ settled }) => settled === null);
  return (
    <section className="open-answers" aria-label="What the package asks">
      <h3>What the package asks</h3>
      <Bar intent={open.length > 0 ? 'warning' : 'info'} title={standing(open, openAnswers.length)}>
        By which property the installer learns an answer, Microsoft does not document. Of these, nobody has published it, or
        sources disagree. The package itself knows.
      </Bar>
      {view.can.includes('settle') && (
        <Checkbox
          label="Keep what I take for all installations from this package"
          checked={forAll}
          onChange={(_, { checked }) => setForAll(checked === true)}
        />
      )}
      <ul>
        {openAnswers.map((answer) => (
          <li key={answer.name} data-open={answer.name}>
            <Asked answer={answer} whom={forAll ? 'package' : 'installation'} />
          </li>
        ))}
      </ul>
      <SendListing />
    </section>
  );
}

function Asked({ answer, whom }: { readonly answer: OpenAnswer; readonly whom: 'installation' | 'package' }) {
  const { session, view } = useInstallation();
  const { name, page, label, value, isSecret, doubt, candidates, settled } = answer;
  const settle = (taken: { readonly property: string | null; readonly values?: object }, how: string) =>
    session.send({ type: 'settle', name, ...taken, for: how });
  const maySettle = view.can.includes('settle');
  return (
    <>
      <h4>
        {words(page)}: {label} <span className="aside">{isSecret ? 'secret' : value}</span>
      </h4>
      {doubt !== null && <p className="aside">{doubt}</p>}
      {settled ? (
        <p>
          Settled as <code>{settled.property}</code>
          {doubt !== null && written(settled.values)}, {settled.for === 'package' ? 'for this package' : 'for this installation'},
          by {settled.who}.{' '}
          {maySettle && (
            <Button size="small" aria-label={`Take back: ${label}`} onClick={() => void settle({ property: null }, settled.for)}>
              Take back
            </Button>
          )}
        </p>
      ) : candidates.length === 0 ? (
        <p className="aside">{maySettle ? noneOf(doubt) : 'The package is not at hand here.'}</p>
      ) : (
        <ol className="candidates">
          {candidates.map(({ property, dialog, type, label: beside, choices, values, writes, grounds, proposed }) => (
            <li key={`${property} ${writes}`}>
              <p>
                <code>{doubt === null ? property : `${property}=${writes}`}</code>
                {dialog !== null && ` ${type}${beside ? ` “${beside}”` : ''} on ${dialog}`}
                {choices.length > 0 &&
                  `: ${choices.map(({ value: written, text }) => `${text ?? written} (${written})`).join(', ')}`}
              </p>
              <p className="aside">{grounds.join(' ')}</p>
              {maySettle && (
                <Button
                  size="small"
                  appearance={proposed ? 'primary' : 'secondary'}
                  aria-label={`Take ${doubt === null ? property : `${property}=${writes}`} for ${label}`}
                  onClick={() => void settle({ property, ...(!isSecret && { values }) }, whom)}
                >
                  Take it
                </Button>
              )}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function standing(open: readonly OpenAnswer[], all: number): string {
  if (open.length === 0) return all === 1 ? 'The answer is settled' : `All ${all} answers are settled`;
  const lost = open.filter(({ doubt }) => doubt === null).length;
  const doubtful = open.length - lost;
  return [
    ...(lost > 0 ? [`${answers(lost)} would not reach the installer`] : []),
    ...(doubtful > 0 ? [`${answers(doubtful)} may not reach it as meant`] : []),
  ].join('; ');
}

function answers(count: number): string {
  return count === 1 ? '1 answer' : `${count} answers`;
}

function noneOf(doubt: string | null): string {
  return doubt === null
    ? 'No dialog of the package has such a question.'
    : 'The package knows none of the names that sources have.';
}

/** What is written otherwise than the plan has it, of a settlement that says so. */
function written(values: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(values).map(([value, text]) => `${value} as ${text}`);
  return pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
}
