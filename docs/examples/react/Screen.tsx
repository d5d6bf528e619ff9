import type { ReactNode } from 'react';
import type { useInstallation, View } from './installation.ts';

/** Events that need no more than a click. */
const buttons: Readonly<Record<string, string>> = {
  acknowledge: 'Go on',
  recheck: 'Check again',
  install: 'Install',
  retry: 'Try again',
  back: 'Back',
};

type Props = ReturnType<typeof useInstallation> & { form(view: View): ReactNode };

/** Whatever is on screen: the form of a page, a warning, the progress, the tasks. */
export function Screen({ view, errors, send, form }: Props) {
  if (!view) return <p>{errors[0]?.message ?? 'Connecting …'}</p>;
  const { page, status, problems, checks, tasks, signIn, progress, can } = view;
  return (
    <main data-screen={page.id} data-status={status}>
      <h1>{page.title}</h1>
      <h2>{page.subtitle}</h2>
      <p>{page.guide.text}</p>
      {problems.map(({ title, detail }) => (
        <p key={detail} role="alert">
          <b>{title}</b> {detail}
        </p>
      ))}
      {errors.map(({ field, message }) => (
        <p key={field + message} role="alert">
          {field} {message}
        </p>
      ))}
      {page.kind === 'form' && can.includes('submit') && form(view)}
      {signIn && (
        <p>
          Open <a href={signIn.verificationUri}>{signIn.verificationUri}</a> and enter {signIn.userCode}.
        </p>
      )}
      {checks.map(({ id, title, status: state, message }) => (
        <p key={id}>
          {title}: {state}. {message}
        </p>
      ))}
      {progress && <progress value={progress.percent} max={100} aria-label={progress.action} />}
      {tasks.map(({ id, title, state }) => (
        <p key={id}>
          {title}: {state}{' '}
          {state === 'open' && (
            <button type="button" onClick={() => send({ type: 'complete', task: id, outcome: 'done' })}>
              Done
            </button>
          )}
        </p>
      ))}
      {Object.keys(buttons)
        .filter((type) => can.includes(type))
        .map((type) => (
          <button key={type} type="button" onClick={() => send({ type, ...(type === 'acknowledge' && { page: page.id }) })}>
            {buttons[type]}
          </button>
        ))}
    </main>
  );
}
