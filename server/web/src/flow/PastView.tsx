import type { Values } from '../form/schema.ts';
import { isKept, isRecord } from '../form/values.ts';
import { say } from '../language/say.ts';
import { moment } from '../times.ts';
import { words } from '../words.ts';
import type { Past } from './usePast.ts';

/** What was so at a revision: the state, the event that led there, and the answers that counted. */
export function PastView({ past: { at, who, event, from, to, state, answers } }: { readonly past: Past }) {
  const { type, ...rest } = event;
  const pages = Object.entries(answers).filter(
    (answered): answered is [string, Values] => isRecord(answered[1]) && Object.keys(answered[1]).length > 0,
  );
  return (
    <div className="past">
      <dl className="facts">
        <dt>{say('When')}</dt>
        <dd>
          <time dateTime={at}>{moment(at)}</time>
          {who !== 'local' && `, ${say('by {who}', { who })}`}
        </dd>
        <dt>{say('Event')}</dt>
        <dd>
          <code>{type}</code>
          <Particulars given={rest} isLong={type === 'ended'} />
        </dd>
        <dt>{say('Screen')}</dt>
        <dd>{from === null || from === to ? words(to) : `${words(from)} → ${words(to)}`}</dd>
        <dt>{say('State')}</dt>
        <dd>
          <code>{pathOf(state)}</code>
        </dd>
      </dl>
      <section aria-label={say('Answers in effect at that point')}>
        <h3>{say('Answers in effect at that point')}</h3>
        {pages.length === 0 && <p className="aside">{say('None yet.')}</p>}
        <dl className="facts">
          {pages.map(([page, given]) => (
            <div key={page} className="pair">
              <dt>{words(page)}</dt>
              <dd>
                <Given given={given} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}

/** What came with an event. The results of checks are many, and seldom wanted. */
function Particulars({ given, isLong }: { readonly given: Values; readonly isLong: boolean }) {
  if (Object.keys(given).length === 0) return null;
  if (!isLong) return <Given given={given} />;
  return (
    <details>
      <summary>{say('Details')}</summary>
      <Given given={given} />
    </details>
  );
}

/** Names and values; what is nested stands further in. */
function Given({ given }: { readonly given: Values }) {
  return (
    <ul className="given">
      {Object.entries(given).map(([name, value]) => (
        <li key={name}>
          <span className="aside">{words(name)}:</span> <Value value={value} />
        </li>
      ))}
    </ul>
  );
}

function Value({ value }: { readonly value: unknown }) {
  if (typeof value === 'boolean') return value ? say('yes') : say('no');
  if (isKept(value)) return say('(kept secret)');
  if (isRecord(value)) return <Given given={value} />;
  if (!Array.isArray(value)) return String(value);
  if (value.every((item) => typeof item !== 'object')) return value.join(', ') || say('none');
  return <Given given={Object.fromEntries(value.map((item, at) => [String(at + 1), item]))} />;
}

/** `interview › prepare › signIn › asking` */
function pathOf(state: unknown): string {
  if (!isRecord(state)) return String(state);
  return Object.entries(state)
    .map(([name, inner]) => `${name} › ${pathOf(inner)}`)
    .join(', ');
}
