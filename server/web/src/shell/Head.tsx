import { Badge } from '@fluentui/react-components';
import { Link } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { pathOf } from '../api/sending.ts';
import { useInstallation } from '../api/useSession.ts';
import type { Status } from '../api/view.ts';
import { say } from '../language/say.ts';
import { statusWords } from '../words.ts';

/** Above each tab of an installation: which one it is, how it stands, and what else can be seen of it. */
export function Head({ tab }: { readonly tab: string }) {
  const { view } = useInstallation();
  const { id, name, mode, runner, option, status } = view;
  return (
    <section className="head" aria-labelledby="installation-name">
      <div className="which">
        <h1 id="installation-name">{name ?? say('Installation')}</h1>
        <Badge appearance="tint" color={mode === 'live' ? 'danger' : 'informative'}>
          {mode === 'live' ? say('Live') : say('Rehearsal')}
        </Badge>
        {option && (
          <Badge appearance="tint" color="brand">
            {say('Option {option}', { option })}
          </Badge>
        )}
        {runner !== null && (
          <Badge appearance="tint" color="informative">
            {say('on {runner}', { runner })}
          </Badge>
        )}
        <Badge appearance="outline" color={colors[status] ?? 'informative'}>
          {statusWords[status]}
        </Badge>
      </div>
      {mode === 'rehearsal' && (
        <p className="practice" role="note">
          <strong>{say('Rehearsal.')}</strong>{' '}
          {say('Everything here happens in Contoso, a made-up company. Nothing on any computer is changed.')}
        </p>
      )}
      <nav aria-label={say('This installation')} className="tabs">
        {tabs.map(({ path, label }) => (
          <Link
            key={path}
            href={path === 'setup' ? addressOf('installation', { id }) : addressOf('tab', { id, tab: path })}
            aria-current={tab === path ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
        <a
          href={`${pathOf(id)}/answers`}
          download={`${name ?? say('answers')}.json`}
          title={say('The answers so far, without secrets, as a file to begin another installation with')}
        >
          {say('Download answers')}
        </a>
      </nav>
    </section>
  );
}

const colors: Partial<Readonly<Record<Status, 'danger' | 'success'>>> = { failed: 'danger', finished: 'success' };

const tabs = [
  { path: 'setup', label: say('Setup') },
  { path: 'plan', label: say('Plan') },
  { path: 'log', label: say('Log') },
  { path: 'flow', label: say('Flow') },
  { path: 'report', label: say('Report') },
];
