import { Button, Checkbox } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useInstallation } from '../api/useSession.ts';
import type { OpenAnswer } from '../api/view.ts';
import { say, sayWith } from '../language/say.ts';
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
    <section className="open-answers" aria-label={say('What the package asks')}>
      <h3>{say('What the package asks')}</h3>
      <Bar intent={open.length > 0 ? 'warning' : 'info'} title={standing(open, openAnswers.length)}>
        {say(
          'Microsoft does not document which property passes an answer to the installer. For these answers, nobody has published it, or sources disagree. The package itself knows.',
        )}
      </Bar>
      {view.can.includes('settle') && (
        <Checkbox
          label={say('Use what I choose for all installations from this package')}
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
        {words(page)}: {label} <span className="aside">{isSecret ? say('secret') : value}</span>
      </h4>
      {doubt !== null && <p className="aside">{doubt}</p>}
      {settled ? (
        <p>
          {settledAs(settled, doubt)}{' '}
          {maySettle && (
            <Button
              size="small"
              aria-label={`${say('Take back')}: ${label}`}
              onClick={() => void settle({ property: null }, settled.for)}
            >
              {say('Take back')}
            </Button>
          )}
        </p>
      ) : candidates.length === 0 ? (
        <p className="aside">{maySettle ? noneOf(doubt) : say('The package is not available here.')}</p>
      ) : (
        <ol className="candidates">
          {candidates.map(({ property, dialog, type, label: beside, choices, values, writes, grounds, proposed }) => (
            <li key={`${property} ${writes}`}>
              <p>
                <code>{doubt === null ? property : `${property}=${writes}`}</code>
                {dialog !== null && ` ${placed(`${type}`, beside, dialog)}`}
                {choices.length > 0 &&
                  `: ${choices.map(({ value: written, text }) => `${text ?? written} (${written})`).join(', ')}`}
              </p>
              <p className="aside">{grounds.join(' ')}</p>
              {maySettle && (
                <Button
                  size="small"
                  appearance={proposed ? 'primary' : 'secondary'}
                  aria-label={say('Use {property} for {answer}', {
                    property: doubt === null ? property : `${property}=${writes}`,
                    answer: label,
                  })}
                  onClick={() => void settle({ property, ...(!isSecret && { values }) }, whom)}
                >
                  {say('Use it')}
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
  if (open.length === 0) return say('{count, plural, one {The answer is} other {All # answers are}} settled', { count: all });
  const lost = open.filter(({ doubt }) => doubt === null).length;
  const doubtful = open.length - lost;
  return [
    ...(lost > 0
      ? [say('{count, plural, one {# answer} other {# answers}} would not reach the installer', { count: lost })]
      : []),
    ...(doubtful > 0
      ? [say('{count, plural, one {# answer} other {# answers}} may not reach it as intended', { count: doubtful })]
      : []),
  ].join('; ');
}

function noneOf(doubt: string | null): string {
  return doubt === null
    ? say('No dialog of the package asks for this.')
    : say('The package has none of the names that the sources give.');
}

/** How it was settled, for what, and by whom. */
function settledAs({ property, values, for: whom, who }: NonNullable<OpenAnswer['settled']>, doubt: string | null) {
  const said = {
    property,
    who,
    written: doubt === null ? '' : written(values),
    code: (inner: readonly ReactNode[]) => <code>{inner}</code>,
  };
  return whom === 'package'
    ? sayWith('Settled as <code>{property}</code>{written}, for this package, by {who}.', said)
    : sayWith('Settled as <code>{property}</code>{written}, for this installation, by {who}.', said);
}

/** Where the package asks it: by which control of which dialog. */
function placed(control: string, beside: string | null | undefined, dialog: string): string {
  return beside
    ? say('{control} “{beside}” on {dialog}', { control, beside, dialog })
    : say('{control} on {dialog}', { control, dialog });
}

/** What is written otherwise than the plan has it, of a settlement that says so. */
function written(values: Readonly<Record<string, string>> = {}): string {
  const pairs = Object.entries(values).map(([value, text]) => say('{value} as {written}', { value, written: text }));
  return pairs.length > 0 ? ` (${pairs.join(', ')})` : '';
}
