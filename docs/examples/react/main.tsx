import Form from '@rjsf/core';
import { createSchemaUtils, type ErrorSchema, type RJSFSchema } from '@rjsf/utils';
import validator from '@rjsf/validator-ajv8';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { type FieldError, useInstallation, type Values, type View } from './installation.ts';
import { Screen } from './Screen.tsx';

/** A front end on React JSON Schema Form. A page comes with all that its form takes: the schema, the `uiSchema`, and the data to begin with. */
function App() {
  const installation = useInstallation();
  const { errors, send } = installation;
  const form = (view: View) => (
    <PageForm
      key={view.revision}
      view={view}
      errors={errors}
      submit={(answers) => send({ type: 'submit', page: view.page.id, answers })}
    />
  );
  return <Screen {...installation} form={form} />;
}

interface PageFormProps {
  readonly view: View;
  readonly errors: readonly FieldError[];
  submit(answers: Values): void;
}

function PageForm({ view: { page }, errors, submit }: PageFormProps) {
  const [formData, setFormData] = useState<Values>(page.formData);
  const schema = page.schema as RJSFSchema;
  return (
    <Form
      schema={schema}
      uiSchema={page.uiSchema}
      validator={validator}
      formData={formData}
      extraErrors={errorSchemaOf(errors)}
      onChange={({ formData: data }) => setFormData(whatApplies(schema, data as Values))}
      onSubmit={({ formData: data }) => submit(data as Values)}
      showErrorList={false}
      noHtml5Validate
    />
  );
}

/** Without what other answers have ruled out since it was typed: RJSF hides such a field, and keeps its value. */
function whatApplies(schema: RJSFSchema, data: Values): Values {
  const { properties = {} } = createSchemaUtils(validator, schema).retrieveSchema(schema, data);
  return Object.fromEntries(Object.entries(data).filter(([field]) => properties[field] !== false));
}

/** What the service found, at the fields that it is about. */
function errorSchemaOf(errors: readonly FieldError[]): ErrorSchema {
  const all: Record<string, ErrorSchema> = {};
  for (const { field, message } of errors) {
    const [name = '', inner] = field.split('.');
    const error = { __errors: [message] } as ErrorSchema;
    all[name] = inner === undefined ? { ...all[name], ...error } : ({ ...all[name], [inner]: error } as ErrorSchema);
  }
  return all;
}

createRoot(document.getElementById('root')!).render(<App />);
