import { Field, Radio, RadioGroup, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type Item, listAllInstallations } from '../api/installationList.ts';
import { say } from '../language/say.ts';
import { moment } from '../times.ts';
import { nameOf } from '../words.ts';
import type { Source } from './beginWith.ts';

/** What a new installation begins with: nothing, a file of answers, or the answers of another installation. */
export function AnswersSource({ source, onChange }: { readonly source: Source; onChange(source: Source): void }) {
  const [others, setOthers] = useState<readonly Item[]>([]);
  useEffect(() => {
    listAllInstallations().then(
      (items) => setOthers(items.filter(({ status }) => status !== 'damaged')),
      () => undefined,
    );
  }, []);
  const { kind } = source;
  const choose = (chosen: Source['kind']) => {
    const [first] = others;
    if (chosen === 'file') onChange({ kind: 'file', file: null });
    else onChange(chosen === 'copy' && first ? { kind: 'copy', id: first.id } : { kind: 'nothing' });
  };
  return (
    <>
      <Field label={say('Answers')}>
        <RadioGroup value={kind} onChange={(_, { value }) => choose(value as Source['kind'])}>
          <Radio value="nothing" label={say('None: the wizard asks page by page')} />
          <Radio value="file" label={say('From a file: the wizard goes as far as they lead')} />
          {others.length > 0 && <Radio value="copy" label={say('From another installation, without its secrets')} />}
        </RadioGroup>
      </Field>
      {kind === 'file' && (
        <p>
          <label htmlFor="begin-answers">{say('Answers file')}</label>{' '}
          <input
            id="begin-answers"
            type="file"
            accept=".yaml,.yml,.json,application/yaml,application/json"
            onChange={({ currentTarget }) => {
              onChange({ kind: 'file', file: currentTarget.files?.[0] ?? null });
            }}
          />
        </p>
      )}
      {kind === 'copy' && (
        <Field label={{ children: say('Installation'), htmlFor: 'begin-copy' }}>
          <Select id="begin-copy" value={source.id} onChange={(_, { value }) => onChange({ kind: 'copy', id: value })}>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {nameOf(other)}, {moment(other.createdAt)}
              </option>
            ))}
          </Select>
        </Field>
      )}
    </>
  );
}
