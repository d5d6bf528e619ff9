import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { z } from 'zod';
import type { invitation } from '../../../http/replySchemas/runners.ts';
import { ask } from '../api/request.ts';
import { say } from '../language/say.ts';
import { Box } from '../shell/Box.tsx';
import { FormBox } from '../shell/FormBox.tsx';
import { timeOfDay } from '../times.ts';

type Invitation = z.output<typeof invitation>;

/** Makes a code for the runner of a server, and says what to do with it there. It is shown this once. */
export function Enroll({ onClose }: { onClose(): void }) {
  const [name, setName] = useState('');
  const [made, setMade] = useState<Invitation | null>(null);
  const enroll = async () => {
    setMade(await ask<Invitation>('/api/v1/runners', { method: 'POST', body: { name: name.trim() } }));
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
        <p>{say('It is valid once, until {time}, and is shown only here:', { time: timeOfDay(made.expiresAt) })}</p>
        <pre className="lines">{made.code}</pre>
        <p>{say('Save it to a file on that server, and start the runner there:')}</p>
        <pre className="lines">{start}</pre>
      </Box>
    );
  }
  return (
    <FormBox
      title={say('Enroll a runner')}
      action={say('Create a code')}
      onClose={onClose}
      onSubmit={enroll}
      tell={({ errors, message }) => errors[0]?.message ?? message}
    >
      <Field label={{ children: say('Name'), htmlFor: 'enroll-name' }} hint={say('The name of its server, such as mim01.')}>
        <Input id="enroll-name" value={name} maxLength={63} autoComplete="off" onChange={(_, { value }) => setName(value)} />
      </Field>
    </FormBox>
  );
}
