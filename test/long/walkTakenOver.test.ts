import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { answersFor } from '../answers.ts';
import { type ServiceProcess, startProcess } from '../host/serviceProcess.ts';
import { type Postgres, postgresMissing, startPostgres } from '../peers/postgres/startPostgres.ts';
import { eventually } from '../store/eventually.ts';

/** Within this time what a process was doing is taken over by another, milliseconds. */
const takenOverWithin = 30_000;
const walkers = 24;

const wish = { mode: 'rehearsal', rehearsal: { pace: 1 } };
const walk = ({ client }: ServiceProcess, id: string, headers = {}) =>
  client.request('PUT', `/api/v1/installations/${id}/answers`, { pages: answersFor('C') }, headers);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mim-setup-walks-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

// Where the peer is missing the suite is skipped by name; in CI that is a failure.
const skipped = postgresMissing !== null && !process.env['CI'];
describe.skipIf(skipped)(
  `Walks by files of answers on a shared database${skipped ? `, skipped: ${postgresMissing}` : ''}`,
  () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(async () => await server?.[Symbol.asyncDispose]());

    it('whose process is killed between two steps of theirs go on in another within half a minute, each step taken once', async () => {
      const environment = { MIM_SETUP_KEY: 'a'.repeat(64), MIM_SETUP_DATABASE: await server.create() };
      const database = new pg.Client(environment.MIM_SETUP_DATABASE);
      await database.connect();
      onTestFinished(() => database.end());
      /** Those that were to take their next step by themselves: they go on, and no call has to end before. */
      const between = async () => {
        const { rows } = await database.query<{ id: string; revision: number }>(`select id, revision from installation
        where walk::json->>'stopped' is null and walk is not null and status in ('asking', 'warning')
          and not exists (select 1 from effect where installation = id)`);
        return rows;
      };
      await using other = await startProcess(join(folder, 'other'), { environment });
      const undisturbed = (await walk(other, (await other.client.begin(wish)).id, { Prefer: 'wait=60' })).body;
      expect(undisturbed.stopped).not.toBeNull();
      let cutOff: Awaited<ReturnType<typeof between>> = [];
      for (let tries = 1; cutOff.length === 0; tries++) {
        if (tries > 20) throw new Error('Of 20 processes that were killed, none had a walk between two steps.');
        await using dying = await startProcess(join(folder, 'dying'), { environment });
        const begun = await Promise.all(Array.from({ length: walkers }, () => dying.client.begin(wish)));
        // A request whose process dies gets no answer.
        for (const { id } of begun) void walk(dying, id).catch(() => {});
        await eventually(async () => expect((await between()).length).toBeGreaterThan(0));
        await dying.kill();
        cutOff = await between();
      }
      // That it is done within this time is the promise: it is waited for no longer.
      await eventually(async () => {
        for (const { id, revision } of cutOff) expect((await other.client.view(id)).revision).toBeGreaterThan(revision);
      }, takenOverWithin);
      for (const { id } of cutOff) {
        await eventually(async () => {
          const { stopped, page } = await other.client.view(id);
          expect([stopped, page.id]).toEqual([undisturbed.stopped, undisturbed.page.id]);
        }, 60_000);
        const { body } = await other.client.request<{ revision: number; event: { type: string; page?: string } }[]>(
          'GET',
          `/api/v1/installations/${id}/history`,
        );
        expect(body.map(({ revision }) => revision)).toEqual(body.map((_, at) => at + 1));
        const submitted = body.flatMap(({ event }) => (event.type === 'submit' ? [event.page] : []));
        expect(new Set(submitted).size).toBe(submitted.length);
      }
    }, 300_000);
  },
);
