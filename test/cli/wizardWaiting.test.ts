import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Api } from '../../server/cli/api.ts';
import type { News } from '../../server/cli/follow.ts';
import { bar } from '../../server/cli/statusLine.ts';
import { Prompts } from '../../server/cli/wizard/prompts.ts';
import { wait } from '../../server/cli/wizard/wait.ts';
import type { View } from '../../server/view/view.ts';
import { Written } from './here.ts';

const page = { id: 'database', title: 'Title', subtitle: 'Configure the database' };
const checking = { id: 'one', revision: 3, status: 'checking', page, can: ['back'] } as unknown as View;
const installing = { ...checking, status: 'installing', progress: { action: '', phase: '', percent: 0 } } as View;

describe('The line that says what the wizard waits for', () => {
  test('names, of the checks that are pending, the one that began last', async () => {
    const checks = (...all: [string, string][]) =>
      ({ progress: { checks: all.map(([id, status]) => ({ id, status })) } }) as News;
    expect(
      await shownWhile(checking, [
        checks(['database-reachable', 'passed'], ['database-sign-in', 'pending'], ['database-rights', 'pending']),
        checks(['database-sign-in', 'pending'], ['database-rights', 'passed']),
        checks(['database-sign-in', 'passed'], ['database-rights', 'passed']),
      ]),
    ).toEqual(
      ['', '  database-rights', '  database-sign-in'].map((of) => `Checking: Configure the database (Esc: call it off)${of}`),
    );
  });

  test('tells how far the installer is', async () => {
    const at = { action: 'InstallFiles', phase: 'Copying files', percent: 40 };
    const trouble = 'The log cannot be read.';
    expect(
      await shownWhile(installing, [
        { progress: { installer: at } },
        { progress: { installer: { ...at, trouble } } },
        { progress: { log: ['A line of the log'] } },
      ]),
    ).toEqual([`${bar(0)}  the installer starts`, `${bar(40)}  Copying files: InstallFiles`, `${bar(40)}  ${trouble}`]);
  });
});

/** What the line shows, each text once, while an installation tells this and then waits for somebody. */
async function shownWhile(busy: View, news: readonly News[]): Promise<string[]> {
  const settled = { ...busy, revision: busy.revision + 1, status: 'asking', progress: null } as View;
  let now = busy;
  const api = {
    view: async () => now,
    checks: async () => [],
    async *follow() {
      yield* news;
      now = settled;
      yield { view: settled };
    },
  } as unknown as Api;
  const output = Object.assign(new Written(), { isTTY: true });
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => {} });
  const leave = new AbortController().signal;
  const streams = { input: input as unknown as NodeJS.ReadStream, output: output as unknown as NodeJS.WriteStream };
  const talk = { api, prompts: new Prompts({ ...streams, leave }), leave, called: 'mim-setup' };
  expect(await wait(talk, busy)).toBe(settled);
  // Before each text the line is erased, and something that turns is put.
  const drawn = output.text.split('\r\u001b[2K').map((line) => line.slice(2));
  return drawn.filter((line, at) => line.trim() !== '' && line !== drawn[at - 1]);
}
