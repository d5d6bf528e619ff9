import { Field, Select } from '@fluentui/react-components';
import { say } from '../language/say.ts';
import { stateWords } from './runner.ts';
import { useRunners } from './useRunners.ts';

interface RunnerFieldProps {
  readonly id: string;
  /** The chosen one; nothing where the service installs itself. */
  readonly runner: string | null;
  readonly isOff?: boolean;
  onChange(runner: string | null): void;
}

/** Which server is installed on: that of the service, or that of a runner. Nothing is asked where there are no runners. */
export function RunnerField({ id, runner, isOff = false, onChange }: RunnerFieldProps) {
  const { runners } = useRunners();
  if (!runners?.length && runner === null) return null;
  const isListed = runners?.some(({ name }) => name === runner);
  return (
    <Field
      label={{ children: say('Install on'), htmlFor: id }}
      hint={say('On another server, its runner makes the checks and installs.')}
    >
      <Select id={id} disabled={isOff} value={runner ?? ''} onChange={(_, { value }) => onChange(value || null)}>
        <option value="">{say('the server that the service runs on')}</option>
        {runners?.map(({ name, state }) => (
          <option key={name} value={name}>
            {withState(name, stateWords[state])}
          </option>
        ))}
        {runner !== null && !isListed && (
          <option value={runner}>{runners ? withState(runner, say('no longer enrolled')) : runner}</option>
        )}
      </Select>
    </Field>
  );
}

/** A runner in a list, and how it stands. */
function withState(runner: string, state: string): string {
  return say('{runner} ({state})', { runner, state });
}
