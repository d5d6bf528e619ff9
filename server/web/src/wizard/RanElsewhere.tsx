import { Button, Checkbox, Field, Input } from '@fluentui/react-components';
import { type FormEvent, useRef, useState } from 'react';
import { useInstallation, useSessionState } from '../api/useSession.ts';
import { say } from '../language/say.ts';
import { Script } from '../shell/Script.tsx';

const elsewhere = {
  live: say('You can also run the script of the plan on the server as an administrator, and report the result here.'),
  rehearsal: say('Rehearse this too: report an exit code and a log, as if the installer had run on another computer.'),
};

/** Where the installer does not run here: the script to run on the server, and how it has ended. */
export function RanElsewhere() {
  const { session, view } = useInstallation();
  const { sending } = useSessionState(session);
  const [exitCode, setExitCode] = useState('');
  const [installed, setInstalled] = useState(false);
  const log = useRef<HTMLInputElement>(null);
  const [script] = view.tasks;
  const report = (event: FormEvent) => {
    event.preventDefault();
    void session.report(exitCode.trim(), log.current?.files?.[0] ?? null, installed);
  };
  return (
    <details className="elsewhere" open={script !== undefined}>
      <summary>{script?.title ?? say('Run the installer elsewhere')}</summary>
      <div className="errand">
        <p>
          {script
            ? say(
                'This service cannot run the installer here. Run this script on the server as an administrator, and report the result.',
              )
            : elsewhere[view.mode]}
        </p>
        {script?.script && <Script label={script.title} text={script.script} />}
        <form onSubmit={report} noValidate>
          <Field
            label={{ children: say('Exit code'), htmlFor: 'exit-code' }}
            hint={say('0 for success, 3010 for success that needs a restart.')}
          >
            <Input
              id="exit-code"
              inputMode="numeric"
              value={exitCode}
              autoComplete="off"
              onChange={(_, { value }) => setExitCode(value)}
            />
          </Field>
          <Field
            label={{ children: say('Log file'), htmlFor: 'exit-log' }}
            hint={say('Used to find the cause of a failure. Passwords are removed.')}
          >
            <input ref={log} id="exit-log" type="file" accept=".log,.txt" />
          </Field>
          <Checkbox
            label={say('The product is installed. Select this if you have checked that yourself and the log does not show it.')}
            checked={installed}
            onChange={(_, { checked }) => setInstalled(checked === true)}
          />
          <Button type="submit" disabled={sending || exitCode.trim() === ''}>
            {say('Report the result')}
          </Button>
        </form>
      </div>
    </details>
  );
}
