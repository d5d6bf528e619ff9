import { Button, Spinner } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { usePageBehind } from '../api/usePageBehind.ts';
import { useRefused } from '../api/useRefused.ts';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import type { PageBehind as Behind } from '../api/view.ts';
import type { Values } from '../form/schema.ts';
import { useForm } from '../form/useForm.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Nowhere } from '../shell/Nowhere.tsx';
import { words } from '../words.ts';
import { Outline } from './Outline.tsx';
import { PageForm } from './PageForm.tsx';
import { Refusal } from './Refusal.tsx';

/** A page of the way here as it was answered. Looking at it goes nowhere; other answers change what depends on them, and no more. */
export function PageBehind({ page }: { readonly page: string }) {
  const { view } = useInstallation();
  const behind = usePageBehind(view.id, page, view.revision);
  if (behind === null)
    return (
      <Nowhere
        title={say('This page is not on the path so far')}
        text={say('The wizard has not reached this page, or has gone back past it.')}
      />
    );
  if (behind === undefined) return <Spinner className="waiting" label={say('Opening the page')} />;
  return <Opened key={page} behind={behind} />;
}

function Opened({ behind }: { readonly behind: Behind }) {
  const { session, view } = useInstallation();
  const { sending } = useSessionState(session);
  const [, go] = useLocation();
  const { page, can } = behind;
  const place = `${page.id}, behind`;
  const refused = useRefused(place);
  const form = useForm(view.id, page.id, page.schema, page.answers as Values);
  const wizard = addressOf('installation', view);
  const mayChange = can.includes('change');

  const change = async () => {
    if (!(await session.send({ type: 'change', page: page.id, answers: form.answers() }, place))) return;
    form.sent();
    go(wizard);
  };
  const leave = () => {
    form.reset();
    go(wizard);
  };

  return (
    <main id="main" className="wizard behind" data-behind={page.id}>
      <Outline from={place} />
      <section className="frame" aria-labelledby="page-title">
        <header>
          <div>
            <h2 id="page-title" tabIndex={-1}>
              {page.title}
            </h2>
            {page.subtitle && <p>{page.subtitle}</p>}
          </div>
        </header>
        <div className="body">
          <div className="notices">
            <Bar intent="info" title={say('As answered earlier')}>
              {mayChange
                ? say('Change what should be different: only what depends on it is checked or asked again.')
                : say('You can look at it, but not change it from here.')}
            </Bar>
            {refused && <Refusal refused={refused} hasFields />}
          </div>
          <div className="guidance">
            <p>{page.guide.text}</p>
          </div>
          <PageForm page={page} form={form} errors={refused?.errors ?? []} isInert={!mayChange} onSubmit={() => void change()} />
        </div>
        <footer className="buttons">
          <Button onClick={leave}>{say('Back to “{page}”', { page: words(view.page.id) })}</Button>
          {mayChange && page.kind === 'form' && (
            <Button type="submit" form="page-form" appearance="primary" data-default disabledFocusable={sending || !form.isDirty}>
              {say('Change')}
            </Button>
          )}
        </footer>
      </section>
    </main>
  );
}
