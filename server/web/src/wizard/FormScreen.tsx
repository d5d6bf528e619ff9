import { type FormEvent, useEffect } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import { FormFields } from '../form/FormFields.tsx';
import { Presets } from '../form/Presets.tsx';
import { Remarks } from '../form/Remarks.tsx';
import type { Values } from '../form/schema.ts';
import { useForm } from '../form/useForm.ts';
import { Bar } from '../shell/Bar.tsx';
import { DeviceCode } from './DeviceCode.tsx';
import { Frame } from './Frame.tsx';
import { Guidance } from './Guidance.tsx';
import { Ways } from './Ways.tsx';

/** A page that asks. */
export function FormScreen() {
  const { session, view } = useInstallation();
  const { refused } = useSessionState(session);
  const { page, problems, status, can, signIn } = view;
  const answers = page.answers as Values;
  const state = useForm(view.id, page.id, page.schema, answers);
  const given = state.answers();
  const isChecking = status === 'checking';
  const errors = [
    ...(refused?.errors ?? []),
    ...problems.flatMap(({ code, detail, field }) => (field && !state.isDirty ? [{ field, code, message: detail }] : [])),
  ];

  useEffect(() => {
    session.noteTyping(state.isDirty);
    return () => session.noteTyping(false);
  }, [session, state.isDirty]);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isChecking) return;
    if (await session.send({ type: 'submit', page: page.id, answers: state.answers() })) state.sent();
  };

  return (
    <Frame
      title={page.title}
      subtitle={page.subtitle}
      isCover={page.id === 'welcome'}
      isBusy={isChecking}
      next={{ label: 'Next', key: 'N', form: 'page-form', isOff: isChecking || !can.includes('submit') }}
    >
      <Guidance />
      {state.isOvertaken && (
        <Bar intent="warning" action={{ label: 'Take the others', onClick: state.reset }}>
          Other answers were sent for this page while you typed. Yours are below, and not sent.
        </Bar>
      )}
      <Remarks remarks={page.remarks} answers={given} />
      <Presets presets={page.presets} answers={given} onChange={state.set} />
      {signIn && <DeviceCode prompt={signIn} />}
      <form id="page-form" onSubmit={submit} noValidate inert={isChecking} aria-labelledby="page-title">
        <FormFields
          form={state.form}
          values={state.values}
          answers={state.held}
          errors={errors}
          onChange={state.set}
          after={(field) => <Remarks remarks={page.remarks} answers={given} field={field} />}
        />
      </form>
      {state.form.fields.some(({ kind }) => kind === 'secret') && (
        <p className="aside">
          What you type outlasts a reload of this page, but for passwords and secrets: the browser never keeps those.
        </p>
      )}
      <Ways onBegun={state.sent} />
    </Frame>
  );
}
