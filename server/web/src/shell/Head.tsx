import { Badge } from '@fluentui/react-components';
import { Link } from 'wouter';
import { useInstallation } from '../api/useSession.ts';
import type { Status } from '../api/view.ts';
import { statusWords } from '../words.ts';

/** Above each tab of an installation: which one it is, how it stands, and what else can be seen of it. */
export function Head({ tab }: { readonly tab: string }) {
  const { view } = useInstallation();
  const { id, name, mode, runner, option, status } = view;
  return (
    <section className="head" aria-labelledby="installation-name">
      <div className="which">
        <h1 id="installation-name">{name ?? 'Installation'}</h1>
        <Badge appearance="tint" color={mode === 'live' ? 'danger' : 'informative'}>
          {mode === 'live' ? 'Live' : 'Rehearsal'}
        </Badge>
        {option && (
          <Badge appearance="tint" color="brand">
            Option {option}
          </Badge>
        )}
        {runner !== null && (
          <Badge appearance="tint" color="informative">
            on {runner}
          </Badge>
        )}
        <Badge appearance="outline" color={colors[status] ?? 'informative'}>
          {statusWords[status]}
        </Badge>
      </div>
      {mode === 'rehearsal' && (
        <p className="practice" role="note">
          <strong>Rehearsal.</strong> Everything here happens in Contoso, a made-up company. Nothing on any computer is changed.
        </p>
      )}
      <nav aria-label="This installation" className="tabs">
        {tabs.map(({ path, label }) => (
          <Link
            key={path}
            href={`/installations/${id}${path === 'setup' ? '' : `/${path}`}`}
            aria-current={tab === path ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
        <a
          href={`/api/v1/installations/${id}/answers`}
          download={`${name ?? 'answers'}.json`}
          title="The answers so far as a file to begin with, without secrets"
        >
          Download answers
        </a>
      </nav>
    </section>
  );
}

const colors: Partial<Readonly<Record<Status, 'danger' | 'success'>>> = { failed: 'danger', finished: 'success' };

const tabs = [
  { path: 'setup', label: 'Setup' },
  { path: 'plan', label: 'Plan' },
  { path: 'log', label: 'Log' },
  { path: 'flow', label: 'Flow' },
  { path: 'report', label: 'Report' },
];
