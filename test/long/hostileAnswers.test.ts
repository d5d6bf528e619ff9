import { describe, expect, it } from 'vitest';
import { type PageId, screens } from '../../machines/pages/screens.ts';
import { type Plan, planOf } from '../../machines/plan/plan.ts';
import { Problem } from '../../machines/vocabulary/problems.ts';
import { batchFile } from '../../server/plan/batchFile.ts';
import { guidesPlaces, secretsOf } from '../../server/plan/command.ts';
import { installerCommand } from '../../services/installer/commandLine.ts';
import { readCommandLine } from '../../services/installer/readCommandLine.ts';
import type { PageAnswers } from '../answers.ts';
import { Walk } from '../chart/walk.ts';
import { meaningful } from '../fuzz/hostileText.ts';
import { runBatchFile } from '../plan/cmd.ts';
import type { Feature, Option } from '../plan/expected/derivation.ts';
import { readMsiexecLine } from '../plan/msiexecLine.ts';
import { answersOf } from '../plan/planned.ts';
import { awkward } from '../plan/values.ts';

const everything: Feature[] = ['service', 'reporting', 'portal', 'registrationPortal', 'resetPortal'];
const hostile = [...new Set([...awkward, ...meaningful])].filter((text) => text.trim() !== '');

/** What was taken: the text as it was typed into a field, what is kept of it, and the plan that follows. */
interface Taken {
  readonly field: string;
  readonly text: string;
  readonly kept: unknown;
  readonly plan: Plan;
}

/** Each text in each field of an option that takes text: by itself, and before, behind and within what belongs there. */
function takenIn(option: Option): { fields: Set<string>; taken: Taken[]; plain: Plan } {
  const answers: PageAnswers = answersOf(option, everything);
  const fields = new Set<string>();
  const taken: Taken[] = [];
  const base = new Walk();
  while (base.screen !== 'ready') {
    const page = base.screen;
    for (const [name, value] of Object.entries(screens[page].kind === 'form' ? (answers[page] ?? {}) : {})) {
      if (typeof value !== 'string') continue;
      fields.add(`${page}.${name}`);
      const [front, back] = [value.slice(0, value.length >> 1), value.slice(value.length >> 1)];
      for (const text of hostile.flatMap((one) => [one, value + one, one + value, front + one + back])) {
        const changed = { ...answers, [page]: { ...answers[page], [name]: text } };
        const walk = new Walk(base.last);
        if (walk.submit(changed[page]).length > 0) continue;
        const on = new Walk(base.last);
        on.to('ready', changed);
        const kept = (on.context.answers[page as PageId] as Readonly<Record<string, unknown>>)[name];
        taken.push({ field: `${page}.${name}`, text, kept, plan: planOf(on.context, 'ready', {}) });
      }
    }
    base.step(answers);
  }
  return { fields, taken, plain: planOf(base.context, 'ready', {}) };
}

/** What the installer is told by a plan, its secrets left out. */
function toldBy({ properties }: Plan): Record<string, string> {
  const told = properties.filter(({ passed, secret }) => passed && !secret);
  return Object.fromEntries(told.map(({ name, value }) => [name, value!]));
}

/** What the batch file of a plan starts, where cmd can carry the plan. */
function startedBy(plan: Plan): readonly string[] | undefined {
  try {
    const environment = Object.fromEntries(secretsOf(plan).map(({ variable }) => [variable, 'x']));
    const world = { environment: { SystemRoot: 'C:\\Windows', ...environment }, files: [guidesPlaces.package] };
    return runBatchFile(batchFile(plan, guidesPlaces), world).started;
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}

describe.each<Option>(['C', 'D'])(
  'What means something to a shell, to the installer or to a reader, in any answer of option %s',
  { timeout: 120_000 },
  (option) => {
    const { fields, taken, plain } = takenIn(option);

    it('is refused, or kept as it was typed', () => {
      expect(fields.size).toBeGreaterThan(15);
      expect(taken.length).toBeGreaterThan(hostile.length);
      for (const { field, text, kept } of taken) {
        // An id is taken in the forms that dialogs show it in, and kept in one.
        if (/Id$/.test(field)) expect(kept, field).toMatch(/^[0-9a-f-]{36}$/);
        else expect([text, text.trim(), { secret: `${field.split('.')[0]}: ${text}` }], field).toContainEqual(kept);
      }
    });

    it('reaches Windows Installer as it is, with no word and no property more, by its command line and by the batch file', () => {
      const usual = startedBy(plain)!.length;
      let carried = 0;
      for (const { field, text, plan } of taken) {
        const what = `${field}: ${JSON.stringify(text)}`;
        const told = toldBy(plan);
        const { package: path, log } = guidesPlaces;
        const { line } = installerCommand({ package: path, log, features: plan.features, properties: told });
        const fixed = { ADDLOCAL: plan.features.join(','), REBOOT: 'ReallySuppress' };
        expect(readCommandLine(line), what).toMatchObject({ words: ['/i', path, '/qn', '/lvxi*', log] });
        expect(readCommandLine(line).properties, what).toEqual({ ...fixed, ...told });
        const started = startedBy(plan);
        if (!started) continue;
        carried += 1;
        expect(started.length, what).toBe(usual);
        const secrets = Object.fromEntries(secretsOf(plan).map(({ property }) => [property, 'x']));
        expect(readMsiexecLine(started.at(-1)!).properties, what).toEqual({ ...fixed, ...told, ...secrets });
      }
      expect(carried).toBeGreaterThan(taken.length / 2);
    });
  },
);
