import { useRefused } from '../api/useRefused.ts';
import { useInstallation } from '../api/useSession.ts';
import { AtHand } from '../checklist/AtHand.tsx';
import type { Values } from '../form/schema.ts';
import { useForm } from '../form/useForm.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { DeviceCode } from './DeviceCode.tsx';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { PageForm } from './PageForm.tsx';
import { Ways } from './Ways.tsx';

/** A page that asks. */
export function FormScreen() {
  const { session, view } = useInstallation();
  const { page, problems, status, can, signIn } = view;
  const refused = useRefused(page.id);
  const form = useForm(view.id, page.id, page.schema, page.answers as Values);
  const isChecking = status === 'checking';
  const errors = [
    ...(refused?.errors ?? []),
    ...problems.flatMap(({ code, detail, field }) => (field && !form.isDirty ? [{ field, code, message: detail }] : [])),
  ];
  const submit = async () => {
    if (await session.send({ type: 'submit', page: page.id, answers: form.answers() })) form.sent();
  };

  return (
    <Frame
      title={page.title}
      subtitle={page.subtitle}
      isCover={page.id === 'welcome'}
      isBusy={isChecking}
      next={{ label: say('&Next'), form: 'page-form', isOff: isChecking || !can.includes('submit') }}
    >
      <Guidance />
      {page.id === 'welcome' && <AtHand />}
      {form.isOvertaken && (
        <Bar intent="warning" action={{ label: say('Use the other answers'), onClick: form.reset }}>
          {say('Other answers were sent for this page while you were typing. Yours are below, and have not been sent.')}
        </Bar>
      )}
      {signIn && <DeviceCode prompt={signIn} />}
      <PageForm page={page} form={form} errors={errors} isInert={isChecking} onSubmit={() => void submit()} />
      {form.form.fields.some(({ kind }) => kind === 'secret') && (
        <p className="aside">
          {say('What you type survives a reload of this page, except for passwords and secrets: the browser never keeps those.')}
        </p>
      )}
      <Ways onBegun={form.sent} />
    </Frame>
  );
}
