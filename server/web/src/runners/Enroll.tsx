import { Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import type { invitation } from '../../../http/replySchemas/runners.ts';
import { ask, Refused } from '../api/request.ts';
import { say } from '../language/say.ts';
import { Bar } from '../shell/Bar.tsx';
import { Box } from '../shell/Box.tsx';
import { timeOfDay } from '../words.ts';

type Invitation = z.output<typeof invitation>;

/** Makes a code for the runner of a server, and says what to do with it there. It is shown this once. */
export function Enroll({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('');
  const [made, setMade] = useState<Invitation | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const enroll = async (event: FormEvent) => {
    event.preventDefault();
    try {
      setMade(await ask<Invitation>('/api/v1/runners', { method: 'POST', body: { name: name.trim() } }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error);
    }
  };
  if (made) {
    const start = `mim-setup runner --url ${location.origin} --token-file ${made.name}.token`;
    return (
      <Box
        title={say('The code for {runner}', { runner: made.name })}
        isAlert={false}
        onClose={onClose}
        buttons={[{ label: say('Close'), isDefault: true, onClick: onClose }]}
      >
        <p>{say('It is good once, until {time}, and is shown here alone:', { time: timeOfDay(made.expiresAt) })}</p>
        <pre className="lines">{made.code}</pre>
        <p>{say('Write it into a file on that server, and start the runner there:')}</p>
        <pre className="lines">{start}</pre>
      </Box>
    );
  }
  return (
    <Box
      title={say('Enroll a runner')}
      isAlert={false}
      onClose={onClose}
      buttons={[
        { label: say('Make a code'), isDefault: true, form: 'enroll' },
        { label: say('Cancel'), onClick: onClose },
      ]}
    >
      <form id="enroll" onSubmit={enroll} noValidate>
        {refused && (
          <Bar intent="error" title={refused.title}>
            {refused.errors[0]?.message ?? refused.message}
          </Bar>
        )}
        <Field label={{ children: say('Name'), htmlFor: 'enroll-name' }} hint={say('What its server is called, say: mim01.')}>
          <Input id="enroll-name" value={name} maxLength={63} autoComplete="off" onChange={(_, { value }) => setName(value)} />
        </Field>
      </form>
    </Box>
  );
}
