import { Checkbox, Field as FluentField, Input, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { say } from '../language/say.ts';
import { Choices } from './Choices.tsx';
import { SecretInput } from './SecretInput.tsx';
import type { Field } from './schema.ts';
import { initialValues, isKept } from './values.ts';

interface FieldRowProps {
  readonly field: Field;
  readonly id: string;
  readonly value: unknown;
  /** What the service holds for it. */
  readonly answer: unknown;
  readonly error: string | undefined;
  /** It does not apply as the other answers stand. */
  readonly isGreyed: boolean;
  readonly isRequired: boolean;
  onChange(value: unknown): void;
}

/** Beyond this many, choices go into a list that opens. */
const mostRadios = 3;

/** One field with its label, its help, a sample, and what is wrong with it. */
export function FieldRow(props: FieldRowProps) {
  const { field, id, error, isGreyed, isRequired } = props;
  const labelled = field.kind !== 'checkbox' && field.kind !== 'group';
  return (
    <FluentField
      {...(labelled && { label: { children: field.label, htmlFor: id } })}
      {...(error !== undefined && { validationMessage: error, validationState: 'error' as const })}
      hint={isGreyed ? say('Not needed with the current choices.') : (hintOf(field) ?? null)}
      required={isRequired && labelled && field.fallback === undefined}
      className={isGreyed ? 'greyed' : ''}
    >
      {controlOf(props)}
    </FluentField>
  );
}

function controlOf({ field, id, value, answer, isGreyed, onChange }: FieldRowProps) {
  const text = isGreyed ? '' : String(value ?? '');
  const { label, options } = field;
  switch (field.kind) {
    case 'secret':
      return <SecretInput id={id} value={text} isKept={isKept(answer) && !isGreyed} disabled={isGreyed} onChange={onChange} />;
    case 'checkbox':
      return (
        <Checkbox
          id={id}
          label={label}
          checked={value === true}
          disabled={isGreyed}
          onChange={(_, { checked }) => onChange(checked)}
        />
      );
    case 'group':
      return (
        <Checkbox
          id={id}
          label={label}
          checked={value !== undefined}
          disabled={isGreyed}
          onChange={(_, { checked }) => onChange(checked === true ? initialValues(field.fields, {}) : undefined)}
        />
      );
    case 'choices':
      return <Choices id={id} options={options} value={value as readonly string[]} disabled={isGreyed} onChange={onChange} />;
    case 'choice':
      return options.length > mostRadios || !field.required ? (
        <Select id={id} value={text} disabled={isGreyed} onChange={(_, data) => onChange(data.value)}>
          {(text === '' || !field.fallback) && <option value="">{isGreyed ? '' : say('Default')}</option>}
          {options.map(({ value: name, label: title }) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </Select>
      ) : (
        <RadioGroup id={id} value={text} disabled={isGreyed} onChange={(_, data) => onChange(data.value)}>
          {options.map(({ value: name, label: title }) => (
            <Radio key={name} value={name} label={title} />
          ))}
        </RadioGroup>
      );
    default:
      return (
        <Input
          id={id}
          value={text}
          disabled={isGreyed}
          inputMode={field.inputMode}
          autoComplete="off"
          spellCheck={false}
          onChange={(_, data) => onChange(data.value)}
        />
      );
  }
}

function hintOf({ help, sample, kind, fallback }: Field) {
  if (sample === undefined || sample === String(fallback) || kind === 'choice' || kind === 'secret') return help;
  return (
    <>
      {help && <span>{help} </span>}
      <span>
        {say('Example:')} <code>{sample}</code>
      </span>
    </>
  );
}
