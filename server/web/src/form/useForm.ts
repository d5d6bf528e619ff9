import { useEffect, useRef, useState } from 'react';
import { keepDraft, readDraft } from './draft.ts';
import { type Form, readForm, type Values } from './schema.ts';
import { initialValues, toAnswers, withoutSecrets } from './values.ts';

/** A page's form as it is being filled in, and what can be done with it. */
export interface FormState {
  readonly form: Form;
  readonly values: Values;
  /** Differs from what the service holds. */
  readonly isDirty: boolean;
  /** Other answers were sent for this page while these were typed. */
  readonly isOvertaken: boolean;
  /** The answers whose secrets are kept for these values: none, once others have been sent. */
  readonly held: Values;
  set(name: string, value: unknown): void;
  /** Drops what was typed for what the service holds. */
  reset(): void;
  /** What was typed has been taken. */
  sent(): void;
  /** What would be sent now. */
  answers(): Record<string, unknown>;
}

interface Typed {
  readonly values: Values;
  readonly base: string;
  readonly isDirty: boolean;
}

/** The fields of a page as they are being filled in, from what this tab keeps, else from what the service holds. */
export function useForm(installation: string, page: string, schema: Values, answers: Values): FormState {
  const base = JSON.stringify(answers);
  const form = useStable(() => readForm(schema), JSON.stringify(schema));
  const initial = useStable(() => initialValues(form.fields, answers), JSON.stringify([form, answers]));
  const [typed, setTyped] = useState<Typed>(() => {
    const draft = readDraft(installation, page);
    if (!draft) return { values: initial, base, isDirty: false };
    return { values: { ...initial, ...draft.values }, base: draft.base, isDirty: true };
  });

  useEffect(() => {
    if (!typed.isDirty) setTyped({ values: initial, base, isDirty: false });
  }, [initial, base, typed.isDirty]);
  useEffect(() => {
    const { isDirty, base: typedOn, values } = typed;
    keepDraft(installation, page, isDirty ? { values: withoutSecrets(form.fields, values), base: typedOn } : null);
  }, [installation, page, form, typed]);

  const isOvertaken = typed.isDirty && typed.base !== base;
  const held = isOvertaken ? {} : answers;
  const reset = () => setTyped({ values: initial, base, isDirty: false });
  return {
    form,
    values: typed.values,
    isDirty: typed.isDirty,
    isOvertaken,
    held,
    set(name, value) {
      setTyped((now) => {
        const values = { ...now.values, [name]: value };
        const isDirty = JSON.stringify(values) !== JSON.stringify(initial);
        return { values, base: isDirty ? now.base : base, isDirty };
      });
    },
    reset,
    sent() {
      keepDraft(installation, page, null);
      setTyped((now) => ({ ...now, isDirty: false }));
    },
    answers: () => toAnswers(form, typed.values, held),
  };
}

/** A value that stays the same object as long as its key does. */
function useStable<T>(make: () => T, key: string): T {
  const kept = useRef<{ readonly key: string; readonly value: T }>(undefined);
  if (kept.current?.key !== key) kept.current = { key, value: make() };
  return kept.current.value;
}
