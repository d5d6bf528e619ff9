import { Field, Input, Select } from '@fluentui/react-components';
import { usePages } from '../api/usePages.ts';
import { say } from '../language/say.ts';
import { words } from '../words.ts';

/** What a rehearsal is asked to let fail. */
export interface Rehearsal {
  readonly failAt?: string;
  readonly failCheck?: string;
  readonly times?: number;
}

interface RehearsalWishesProps {
  readonly wishes: Rehearsal;
  onChange(wishes: Rehearsal): void;
}

/** Failures to practise on: an action of the installer, a check, and how many times. */
export function RehearsalWishes({ wishes, onChange }: RehearsalWishesProps) {
  const pages = usePages();
  const change = (change: Partial<Record<keyof Rehearsal, string | number | undefined>>) =>
    onChange(
      Object.fromEntries(Object.entries({ ...wishes, ...change }).filter(([, value]) => value !== undefined && value !== '')),
    );
  return (
    <details>
      <summary>{say('Practise a failure')}</summary>
      <div className="wishes">
        <Field label={{ children: say('The installer fails in'), htmlFor: 'begin-failAt' }}>
          <Select id="begin-failAt" value={wishes.failAt ?? ''} onChange={(_, { value }) => change({ failAt: value })}>
            <option value="">{say('no action')}</option>
            {pages?.rehearsal.installerActions.map((action) => (
              <option key={action}>{action}</option>
            ))}
          </Select>
        </Field>
        <Field label={{ children: say('This check fails'), htmlFor: 'begin-failCheck' }}>
          <Select id="begin-failCheck" value={wishes.failCheck ?? ''} onChange={(_, { value }) => change({ failCheck: value })}>
            <option value="">{say('none')}</option>
            {pages?.items
              .filter(({ checks }) => checks && checks.length > 0)
              .map(({ id: page, checks }) => (
                <optgroup key={page} label={words(page)}>
                  {checks?.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              ))}
          </Select>
        </Field>
        <Field label={{ children: say('Failures before it succeeds'), htmlFor: 'begin-times' }}>
          <Input
            id="begin-times"
            type="number"
            min={1}
            max={1000}
            value={String(wishes.times ?? 1)}
            onChange={(_, { value }) => change({ times: value === '' || value === '1' ? undefined : Number(value) })}
          />
        </Field>
      </div>
    </details>
  );
}
