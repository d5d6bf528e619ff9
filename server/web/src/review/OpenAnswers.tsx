import { Button, Checkbox } from '@fluentui/react-components';
import { useState } from 'react';
import { useInstallation } from '../api/useSession.ts';
import type { OpenAnswer } from '../api/view.ts';
import { Bar } from '../shell/Bar.tsx';
import { words } from '../words.ts';
import { SendListing } from './SendListing.tsx';

/** Answers whose property nobody has published, each beside what the package's own dialogs ask, to be settled by that. */
export function OpenAnswers() {
  const { view } = useInstallation();
  const [forAll, setForAll] = useState(false);
  const { openAnswers } = view;
  if (openAnswers.length === 0) return null;
  const open = openAnswers.filter(({ settled }) => settled === null);
  return (
    <section className="open-answers" aria-label="What the package asks">
      <h3>What the package asks</h3>
      <Bar intent={open.length > 0 ? 'warning' : 'info'} title={standing(open.length, openAnswers.length)}>
        Nobody has published by which property the installer learns these answers. The package's own dialogs name it.
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
  const { name, page, label, value, isSecret, candidates, settled } = answer;
  const settle = (property: string | null, how: string) => session.send({ type: 'settle', name, property, for: how });
  const maySettle = view.can.includes('settle');
  return (
    <>
      <h4>
        {words(page)}: {label} <span className="aside">{isSecret ? 'secret' : value}</span>
      </h4>
      {settled ? (
        <p>
          Settled as <code>{settled.property}</code>, {settled.for === 'package' ? 'for this package' : 'for this installation'},
          by {settled.who}.{' '}
          {maySettle && (
            <Button size="small" aria-label={`Take back: ${label}`} onClick={() => void settle(null, settled.for)}>
              Take back
            </Button>
          )}
        </p>
      ) : candidates.length === 0 ? (
        <p className="aside">
          {maySettle ? 'No dialog of the package has such a question.' : 'The package is not at hand here.'}
        </p>
      ) : (
        <ol className="candidates">
          {candidates.map(({ property, dialog, type, label: beside, choices, grounds, proposed }) => (
            <li key={property}>
              <p>
                <code>{property}</code> {type}
                {beside && ` “${beside}”`} on {dialog}
                {choices.length > 0 &&
                  `: ${choices.map(({ value: written, text }) => `${text ?? written} (${written})`).join(', ')}`}
              </p>
              <p className="aside">{grounds.join(' ')}</p>
              {maySettle && (
                <Button
                  size="small"
                  appearance={proposed ? 'primary' : 'secondary'}
                  aria-label={`Take ${property} for ${label}`}
                  onClick={() => void settle(property, whom)}
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

function standing(open: number, all: number): string {
  if (open === 0) return all === 1 ? 'The answer is settled' : `All ${all} answers are settled`;
  return open === 1 ? '1 answer would not reach the installer' : `${open} answers would not reach the installer`;
}
