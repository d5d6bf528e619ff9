import type { JsonFormsCore } from '@jsonforms/core';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { useInstallation, type Values, type View } from '../react/installation.ts';
import { Screen } from '../react/Screen.tsx';

type State = Pick<JsonFormsCore, 'data' | 'errors'>;

/** A front end on JSON Forms. A page comes with all that its form takes: the schema, the layout, and the data to begin with. */
function App() {
  const installation = useInstallation();
  const form = (view: View) => (
    <PageForm
      key={view.revision}
      view={view}
      submit={(answers) => installation.send({ type: 'submit', page: view.page.id, answers })}
    />
  );
  return <Screen {...installation} form={form} />;
}

function PageForm({ view: { page }, submit }: { readonly view: View; submit(answers: Values): void }) {
  const latest = useRef<State>({ data: page.formData, errors: [] });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit(whatApplies(latest.current));
      }}
    >
      <JsonForms
        schema={page.schema}
        uischema={page.jsonForms as never}
        data={page.formData}
        renderers={vanillaRenderers}
        cells={vanillaCells}
        // `onChange` comes a moment after the last key, and that may be after Next.
        middleware={(state, action, reduce) => (latest.current = reduce(state, action))}
      />
      <button type="submit">Next</button>
    </form>
  );
}

/** Without what other answers have ruled out since it was typed: JSON Forms hides such a field, and keeps its value. */
function whatApplies({ data, errors }: State): Values {
  const ruledOut = (errors ?? []).filter(({ keyword }) => keyword === 'false schema').map(({ instancePath }) => instancePath.slice(1));
  return Object.fromEntries(Object.entries(data).filter(([field]) => !ruledOut.includes(field)));
}

createRoot(document.getElementById('root')!).render(<App />);
