import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import type { View } from '../api/view.ts';
import { say } from '../language/say.ts';
import type { Values } from './schema.ts';

type Preset = View['page']['presets'][number];

interface PresetsProps {
  readonly presets: readonly Preset[];
  /** What would be sent now. */
  readonly answers: Values;
  readonly isInert: boolean;
  onChange(name: string, value: unknown): void;
}

/** Answers that go together, each choice with what it needs; the fields below follow, and may still be changed one by one. */
export function Presets({ presets, answers, isInert, onChange }: PresetsProps) {
  if (presets.length === 0) return null;
  const chosen = presets.find((preset) =>
    Object.entries(preset.answers).every(([field, fitting]) => fitting.includes(answers[field])),
  );
  const choose = (id: string) => {
    const wanted = presets.find((preset) => preset.id === id);
    for (const [field, fitting] of Object.entries(wanted?.answers ?? {}))
      if (!fitting.includes(answers[field])) onChange(field, fitting[0]);
  };
  return (
    <Field
      className="presets"
      inert={isInert}
      label={say('Option of the guide')}
      hint={chosen ? null : say('The choices below match none of these options.')}
    >
      <RadioGroup value={chosen?.id ?? ''} onChange={(_, { value }) => choose(value)}>
        {presets.map(({ id, title, needs }) => (
          <Radio
            key={id}
            value={id}
            label={
              <>
                <strong>{id}</strong> {title} <span className="aside">{needs}</span>
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
