import type { ReactNode } from 'react';
import type { FieldError } from '../api/request.ts';
import { FieldRow } from './FieldRow.tsx';
import { type Form, standing, type Values } from './schema.ts';
import { isRecord } from './values.ts';

interface FormFieldsProps {
  readonly form: Form;
  readonly values: Values;
  /** What the service holds: it tells which secrets are kept. */
  readonly answers: Values;
  readonly errors: readonly FieldError[];
  onChange(name: string, value: unknown): void;
  readonly path?: string;
  /** What stands below a field of the page. */
  after?(field: string): ReactNode;
}

/** The fields of a page, or of a group within one, in the order in which they are declared. */
export function FormFields({ form, values, answers, errors, onChange, path = '', after }: FormFieldsProps) {
  return form.fields.map((field) => {
    const { applies, required } = standing(form, field, values);
    const at = `${path}${field.name}`;
    const value = values[field.name];
    const answer = answers[field.name];
    const nested = field.kind === 'group' && isRecord(value) ? value : undefined;
    return (
      <div key={field.name} className="field">
        <FieldRow
          field={field}
          id={`field-${at.replace('.', '-')}`}
          value={value}
          answer={answer}
          error={errors.find((error) => error.field === at)?.message}
          isGreyed={!applies}
          isRequired={required}
          onChange={(changed) => onChange(field.name, changed)}
        />
        {after?.(field.name)}
        {nested && (
          <fieldset className="group">
            <legend className="hidden">{field.label}</legend>
            <FormFields
              form={{ fields: field.fields, rules: [] }}
              values={nested}
              answers={isRecord(answer) ? answer : {}}
              errors={errors}
              onChange={(name, changed) => onChange(field.name, { ...nested, [name]: changed })}
              path={`${at}.`}
            />
          </fieldset>
        )}
      </div>
    );
  });
}
