import { describe, expect, it } from 'vitest';
import type { View } from '../../server/view/view.ts';
import { emptyFolder } from '../cli/mimSetup.ts';
import { Sitting } from '../cli/sitting.ts';
import { keys } from '../cli/terminal.ts';
import { answersForNowhere, walkToReady } from '../installer/liveWalk.ts';
import { enrolled, serveRunners } from '../runner/runnerBeside.ts';

const { enter, down, up, escape: back, ctrlC } = keys;
const question = 'Which server do you want to install on?';
const answersQuestion = 'What does it begin with?';

describe('The wizard in a terminal asks which server is installed on', { timeout: 120_000 }, () => {
  it('when a live installation is begun; Esc begins none, and where there is no runner nothing is asked', async () => {
    await using served = await serveRunners();
    const items = async () =>
      (await served.client.request<{ items: { runner: string | null }[] }>('GET', '/api/v1/installations')).body.items;
    const sit = (...more: string[]) => new Sitting(emptyFolder(), ['wizard', '--mode', 'live', '--url', served.url, ...more]);

    const alone = sit();
    await alone.answers('How do you want to go on?', ctrlC);
    expect(alone.shown).not.toContain(question);
    expect((await items()).map(({ runner }) => runner)).toEqual([null]);

    for (const name of ['mim01', 'mim02']) await served.client.request('POST', '/api/v1/runners', { name });
    const left = sit();
    await left.answers(answersQuestion, enter);
    await left.answers(question, back);
    await left.sees('Nothing was begun.');
    expect(await left.ended).toBe(130);
    expect(await items()).toHaveLength(1);

    const sitting = sit();
    await sitting.answers(answersQuestion, enter);
    await sitting.answers(question, down, down, enter);
    await sitting.answers('How do you want to go on?', ctrlC);
    expect((await items()).map(({ runner }) => runner)).toEqual(['mim02', null]);

    const named = sit('--runner', 'mim01');
    await named.answers(answersQuestion, enter);
    await named.answers('How do you want to go on?', ctrlC);
    expect(named.shown).not.toContain(question);
    expect((await items()).map(({ runner }) => runner)).toEqual(['mim01', 'mim02', null]);
  });

  it('at ready at the latest, and has what is of the server checked there', async () => {
    await using served = await serveRunners();
    const begun = await served.client.begin({ mode: 'live' });
    const { id } = await walkToReady(served.client, begun, answersForNowhere('E', ['service']));
    const sitting = new Sitting(emptyFolder(), ['resume', id, '--url', served.url]);
    // The last choices are the same wherever it stands: seen from the first, they lie above it.
    const other = [...Array<string>(7).fill(up), enter];
    await sitting.answers('How do you want to go on?', ...other);
    await sitting.sees('There is no other: a runner is enrolled by mim-setup runner enroll.');

    await using runner = await enrolled(served, 'mim01');
    await sitting.answers('How do you want to go on?', ...other);
    await sitting.answers(question, down, enter);
    const runs = async (name: string | null) =>
      expect.poll(async () => (await served.client.view(id)).runner, { timeout: 20_000 }).toBe(name);
    await runs('mim01');
    expect(runner.told).toHaveLength(1);
    await sitting.answers('How do you want to go on?', ...other);
    await sitting.answers(question, up, enter);
    await runs(null);
    const view: View = await served.client.view(id);
    expect(view.page.id).toBe('ready');
    await sitting.types(ctrlC);
    expect(await sitting.ended).toBe(130);
  });
});
