import { Button, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useRefused } from '../api/useRefused.ts';
import { useInstallation } from '../api/useSession.ts';
import { say } from '../language/say.ts';

/** Has the mailbox application registered now. What was typed in of another one ends with that: `onBegun`. */
export function Register({ onBegun }: { onBegun(): void }) {
  const { session, view } = useInstallation();
  const refused = useRefused(view.page.id);
  const [given, setGiven] = useState({ mailbox: '', group: '', secretMonths: '12' });
  const register = async (event: FormEvent) => {
    event.preventDefault();
    const { mailbox, group, secretMonths } = given;
    const wishes = { mailbox: mailbox.trim(), group: group.trim(), secretMonths: Number(secretMonths) };
    if (await session.send({ type: 'register', ...wishes })) onBegun();
  };
  return (
    <form onSubmit={register} noValidate>
      {wishes.map(({ name, label, sample }) => {
        const message = refused?.errors.find(({ field }) => field === name)?.message;
        return (
          <Field
            key={name}
            label={{ children: label, htmlFor: `register-${name}` }}
            hint={
              <>
                {say('Example:')} <code>{sample}</code>
              </>
            }
            {...(message !== undefined && { validationMessage: message, validationState: 'error' as const })}
          >
            <Input
              id={`register-${name}`}
              value={given[name]}
              inputMode={name === 'secretMonths' ? 'numeric' : 'email'}
              autoComplete="off"
              onChange={(_, { value }) => setGiven({ ...given, [name]: value })}
            />
          </Field>
        );
      })}
      <Button type="submit">{say('Register the application')}</Button>
    </form>
  );
}

const wishes = [
  { name: 'mailbox', label: say('Mailbox of the MIM Service'), sample: 'MIMService@contoso.onmicrosoft.com' },
  {
    name: 'group',
    label: say('Mail-enabled group that contains the mailbox'),
    sample: 'MIMServiceMailbox@contoso.onmicrosoft.com',
  },
  { name: 'secretMonths', label: say('Months until the secret expires'), sample: '12' },
] as const;
