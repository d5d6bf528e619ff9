import {
  Checkbox,
  FieldContextProvider,
  useFieldControlProps_unstable as useFieldControlProps,
} from '@fluentui/react-components';
import type { Option } from './schema.ts';

interface ChoicesProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly value: readonly string[];
  readonly disabled: boolean;
  onChange(value: readonly string[]): void;
}

/** What is a part of something else, as in the original's tree: it comes and goes with it. */
const partOf: Readonly<Record<string, string>> = { reporting: 'service' };

/** Several of several, as a tree of boxes. The field's label and messages belong to the group, not to each box. */
export function Choices({ id, options, value, disabled, onChange }: ChoicesProps) {
  const fromField = useFieldControlProps({ id });
  const toggle = (name: string, isOn: boolean) => {
    const changed = new Set(value);
    if (isOn) changed.add(name);
    else changed.delete(name);
    const whole = partOf[name];
    if (isOn && whole) changed.add(whole);
    for (const [part, of] of Object.entries(partOf)) if (!isOn && of === name) changed.delete(part);
    onChange(options.map((option) => option.value).filter((option) => changed.has(option)));
  };
  const { 'aria-labelledby': labelledBy, 'aria-describedby': describedBy } = fromField as Readonly<Record<string, string>>;
  return (
    <FieldContextProvider value={undefined}>
      <fieldset id={id} className="choices" aria-labelledby={labelledBy} aria-describedby={describedBy}>
        {options.map(({ value: name, label }) => (
          <Checkbox
            key={name}
            label={label}
            className={partOf[name] ? 'part' : ''}
            checked={value.includes(name)}
            disabled={disabled}
            onChange={(_, { checked }) => toggle(name, checked === true)}
          />
        ))}
      </fieldset>
    </FieldContextProvider>
  );
}
