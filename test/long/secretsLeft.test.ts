import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createInstaller } from '../../services/installer/createInstaller.ts';
import { answersFor, type PageAnswers } from '../answers.ts';
import { filesBelow, MarkedSecrets } from '../host/markedSecrets.ts';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';
import { listen, pretend, until } from '../installer/jobs.ts';

/** Walks to an end, with everything that takes secrets on the way: single answers, one refused, a repeat, a file, a failure, a retry. */
async function walkToTheEnd({ client }: ServiceProcess, marks: MarkedSecrets, end: 'finished' | 'cancelled'): Promise<void> {
  const answers: PageAnswers = marks.answer({
    ...answersFor('C'),
    database: { ...answersFor('C')['database'], checkAs: { method: 'sql', user: 'sa', password: 'x' } },
  });
  let view = await client.begin({ mode: 'rehearsal', rehearsal: { pace: 1, failAt: 'ConfigurePortals' } });
  const { id } = view;
  const wrong = { type: 'submit', page: view.page.id, answers: { wrong: marks.make('refused') } };
  expect((await client.event(id, wrong)).status).toBe(422);
  while (view.status === 'asking' || view.status === 'warning') {
    const event =
      view.status === 'warning'
        ? { type: 'acknowledge', page: view.page.id }
        : { type: 'submit', page: view.page.id, answers: answers[view.page.id] ?? {} };
    const headers = { Prefer: 'wait=20', 'Idempotency-Key': `${id} ${view.revision}` };
    const { body } = await client.event(id, event, headers);
    expect((await client.event(id, event, headers)).body.revision).toBe(body.revision);
    view = body;
  }
  const file = { pages: answers, acknowledge: ['accountSecurityWarning', 'sharePointTimerWarning'] };
  const filled = await client.request('PUT', `/api/v1/installations/${id}/answers`, file, { Prefer: 'wait=20' });
  expect(filled.status).toBe(200);
  expect((await client.walk(filled.body, answers)).view.status).toBe('ready');
  if (end === 'cancelled') {
    expect((await client.event(id, { type: 'cancel' })).body.status).toBe(end);
    return;
  }
  await client.event(id, { type: 'install' });
  await client.until(id, 'failed');
  await client.event(id, { type: 'retry' });
  const { tasks } = await client.until(id, 'postInstallation');
  for (const { id: task } of tasks) await client.event(id, { type: 'complete', task, outcome: 'done' });
  expect((await client.view(id)).status).toBe(end);
}

// What a process holds, and how it was started, is read as Linux tells it.
describe.skipIf(process.platform !== 'linux')('No secret', { timeout: 120_000 }, () => {
  it('can be reached in the memory of the service once its installations have ended', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mim-setup-heap-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const heap = join(folder, 'all');
    const probe = fileURLToPath(new URL('../host/heapProbe.ts', import.meta.url));
    await using service = await startProcess(join(folder, 'data'), {
      environment: { NODE_OPTIONS: `--import ${probe}`, MIM_SETUP_TEST_HEAP: heap, MIM_SETUP_LOG_LEVEL: 'trace' },
    });
    const marks = new MarkedSecrets();
    for (const end of ['finished', 'cancelled', 'finished'] as const) await walkToTheEnd(service, marks, end);
    // What may be held is found, by the same means.
    const held = new MarkedSecrets();
    await service.client.begin({ mode: 'rehearsal', name: held.make('name') });
    process.kill(service.pid, 'SIGUSR2');
    await until(() => service.output().includes('the heap is written'), 'the heap is written', 100_000);
    const bytes = readFileSync(`${heap}.heapsnapshot`);
    expect(held.foundIn(bytes)).toEqual(['name']);
    expect(marks.foundIn(bytes)).toEqual([]);
    for (const file of ['cmdline', 'environ'])
      expect(marks.foundIn(readFileSync(`/proc/${service.pid}/${file}`)), file).toEqual([]);
  });

  it('stands in what a process was started with, but in the arguments of the installer itself', async () => {
    const { settings, job, path, inJob, folder, runs } = await pretend();
    onTestFinished(() => rm(folder, { recursive: true, maxRetries: 10, retryDelay: 100 }));
    const marks = new MarkedSecrets();
    const { call } = listen();
    const outcome = createInstaller(settings).install(job({ UNTIL: path('go'), HIDDEN_ONE: marks.make('password') }), call);
    await until(() => runs() === 1 && existsSync(inJob('process.json')) && pidIn(inJob('process.json')) !== null, 'it runs');
    const installer = pidIn(inJob('process.json'))!;
    const launcher = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${installer}/status`, 'utf8'))![1]);
    const foundIn = (pid: number, file: string) => marks.foundIn(readFileSync(`/proc/${pid}/${file}`));
    expect([foundIn(launcher, 'cmdline'), foundIn(launcher, 'environ'), foundIn(launcher, 'fd/0')]).toEqual([[], [], []]);
    expect(foundIn(installer, 'environ')).toEqual([]);
    // It can be told its passwords in no other way: docs/SECURITY.md says so.
    expect(foundIn(installer, 'cmdline')).toEqual(['password']);
    writeFileSync(path('go'), '');
    expect((await outcome).result).toBe('succeeded');
    for (const { path: left, bytes } of filesBelow(inJob(''))) expect(marks.foundIn(bytes), left).toEqual([]);
  });
});

function pidIn(path: string): number | null {
  return (JSON.parse(readFileSync(path, 'utf8')) as { readonly pid: number | null }).pid;
}
