import { Badge, Button, ProgressBar } from '@fluentui/react-components';
import { Link } from 'wouter';
import { addressOf } from '../addressOf.ts';
import type { View } from '../api/view.ts';
import { say } from '../language/say.ts';
import { Table } from '../shell/Table.tsx';
import { nameOf, statusWords, words } from '../words.ts';
import { type WayOn, wayOn, wayWords, why } from './wayOn.ts';

interface TogetherTableProps {
  readonly views: readonly View[];
  /** Those of which an answer is waited for. */
  readonly sent: ReadonlySet<string>;
  onGo(view: View, way: WayOn): void;
}

/** A line for each: its server, where it is, how far, why, and the way on. */
export function TogetherTable({ views, sent, onGo }: TogetherTableProps) {
  return (
    <Table
      className="rows"
      heads={[say('Name'), say('Server'), say('Status'), say('Progress'), say('Why')]}
      buttons={say('Next step')}
    >
      <tbody>
        {views.map((view) => (
          <Row key={view.id} view={view} isSent={sent.has(view.id)} onGo={onGo} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ view, isSent, onGo }: { readonly view: View; readonly isSent: boolean; onGo: TogetherTableProps['onGo'] }) {
  const { id, mode, runner, status, page } = view;
  const called = nameOf(view);
  const way = wayOn(view);
  return (
    <tr data-status={status}>
      <th scope="row">
        <Link href={addressOf('installation', { id })} className="link">
          {called}
        </Link>{' '}
        {mode === 'rehearsal' && (
          <Badge appearance="tint" color="informative" size="small">
            {say('Rehearsal')}
          </Badge>
        )}
      </th>
      <td data-label={say('Server')}>{runner ?? '–'}</td>
      <td data-label={say('Status')}>
        <Badge appearance="tint" color={colors[status] ?? 'informative'}>
          {statusWords[status]}
        </Badge>
        {page.kind === 'form' && <span> {words(page.id)}</span>}
      </td>
      <td data-label={say('Progress')} className="progress">
        <HowFar view={view} called={called} />
      </td>
      <td data-label={say('Why')} className="why">
        {why(view)}
      </td>
      <td>
        {way && (
          <Button size="small" disabled={isSent} aria-label={`${wayWords[way]}: ${called}`} onClick={() => onGo(view, way)}>
            {wayWords[way]}
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Before the installer runs by the pages, while it runs by its own percentage. */
function HowFar({ view: { status, progress, step }, called }: { readonly view: View; readonly called: string }) {
  if (status === 'finished' || status === 'postInstallation') return <>{say('Installed')}</>;
  if (status === 'failed') return <>–</>;
  const [value, text] =
    status === 'installing'
      ? [(progress?.percent ?? 0) / 100, say('{percent}%', { percent: progress?.percent ?? 0 })]
      : [step.index / step.of, say('Page {index} of {total}', { index: step.index, total: step.of })];
  return (
    <>
      <ProgressBar value={value} aria-label={say('Progress of {installation}', { installation: called })} />
      <span className="aside">{text}</span>
    </>
  );
}

const colors: Partial<Readonly<Record<View['status'], 'danger' | 'success' | 'brand'>>> = {
  failed: 'danger',
  finished: 'success',
  postInstallation: 'success',
  installing: 'brand',
};
