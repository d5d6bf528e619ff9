import { Field, Input, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { addressOf } from '../addressOf.ts';
import { say } from '../language/say.ts';
import { RunnerField } from '../runners/RunnerField.tsx';
import { FormBox } from '../shell/FormBox.tsx';
import { AnswersSource } from './AnswersSource.tsx';
import { beginWith, type Source } from './beginWith.ts';
import { type Rehearsal, RehearsalWishes } from './RehearsalWishes.tsx';

/** Begins an installation, and leads to it. */
export function Begin({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('');
  const [mode, setMode] = useState('rehearsal');
  const [path, setPath] = useState('');
  const [runner, setRunner] = useState<string | null>(null);
  const [rehearsal, setRehearsal] = useState<Rehearsal>({});
  const [source, setSource] = useState<Source>({ kind: 'nothing' });
  const [, navigate] = useLocation();
  const isRehearsal = mode === 'rehearsal';

  const begin = async () => {
    const body = {
      mode,
      ...(name.trim() && { name: name.trim() }),
      ...(isRehearsal && Object.keys(rehearsal).length > 0 && { rehearsal }),
      ...(!isRehearsal && path.trim() && { package: path.trim() }),
      ...(!isRehearsal && runner !== null && { runner }),
    };
    const { id } = await beginWith(body, source);
    navigate(addressOf('installation', { id }));
  };

  return (
    <FormBox title={say('Begin an installation')} action={say('Begin')} onClose={onClose} onSubmit={begin}>
      <Field label={{ children: say('Name'), htmlFor: 'begin-name' }} hint={say('A name to find it by. Optional.')}>
        <Input id="begin-name" value={name} maxLength={200} autoComplete="off" onChange={(_, { value }) => setName(value)} />
      </Field>
      <Field label={say('Mode')}>
        <RadioGroup value={mode} onChange={(_, { value }) => setMode(value)}>
          <Radio value="rehearsal" label={say('Rehearsal: a simulated environment, nothing is changed')} />
          <Radio value="live" label={say('Live: real checks, and a real installation at the end')} />
        </RadioGroup>
      </Field>
      <AnswersSource source={source} onChange={setSource} />
      {isRehearsal ? (
        <RehearsalWishes wishes={rehearsal} onChange={setRehearsal} />
      ) : (
        <>
          <RunnerField id="begin-runner" runner={runner} onChange={setRunner} />
          <Field
            label={{ children: say('Package'), htmlFor: 'begin-package' }}
            hint={say(
              'Path of Service and Portal.msi on the server. If it is left empty, the path that the service or the runner was started with is used.',
            )}
          >
            <Input id="begin-package" value={path} autoComplete="off" onChange={(_, { value }) => setPath(value)} />
          </Field>
        </>
      )}
    </FormBox>
  );
}
