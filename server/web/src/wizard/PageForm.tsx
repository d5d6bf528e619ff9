import { type FormEvent, useEffect } from 'react';
import type { FieldError } from '../api/request.ts';
import { useInstallation } from '../api/useSession.ts';
import type { View } from '../api/view.ts';
import { FormFields } from '../form/FormFields.tsx';
import { Presets } from '../form/Presets.tsx';
import { Remarks } from '../form/Remarks.tsx';
import type { Values } from '../form/schema.ts';
import type { FormState } from '../form/useForm.ts';

interface PageFormProps {
  readonly page: Pick<View['page'], 'answers' | 'presets' | 'proposed' | 'remarks'>;
  readonly form: FormState;
  readonly errors: readonly FieldError[];
  /** It can be read, and not filled in now. */
  readonly isInert: boolean;
  onSubmit(): void;
}

/** What a page asks: its presets, its fields, and what is remarked on as they are filled in. A button of the form `page-form` sends it. */
export function PageForm({ page, form, errors, isInert, onSubmit }: PageFormProps) {
  const { session } = useInstallation();
  const given = form.answers();
  useEffect(() => {
    session.known.note({ isTyping: form.isDirty });
    return () => session.known.note({ isTyping: false });
  }, [session, form.isDirty]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isInert) onSubmit();
  };
  return (
    <>
      <Remarks remarks={page.remarks} answers={given} />
      <Presets presets={page.presets} answers={given} isInert={isInert} onChange={form.set} />
      <form id="page-form" onSubmit={submit} noValidate inert={isInert} aria-labelledby="page-title">
        <FormFields
          form={form.form}
          values={form.values}
          answers={form.held}
          errors={errors}
          onChange={form.set}
          after={(field) => (
            <>
              {proposals(page, form.values, field).map((message) => (
                <p key={message} className="aside">
                  {message}
                </p>
              ))}
              <Remarks remarks={page.remarks} answers={given} field={field} />
            </>
          )}
        />
      </form>
    </>
  );
}

/** Where a field's value comes from, as long as it is the one that was proposed. */
function proposals({ answers, proposed }: PageFormProps['page'], values: Values, field: string): string[] {
  const given: Values = answers;
  return values[field] === given[field] ? proposed.flatMap((one) => (one.field === field ? [one.message] : [])) : [];
}
