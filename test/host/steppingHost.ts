import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { Installations } from '../../server/host/installations.ts';
import { openSqliteStore } from '../../server/store/sqlite/openSqliteStore.ts';
import type { SteppingOutput } from './steppingOutput.ts';

/**
 * A host on its file, without HTTP, as a process that is there to be killed: it steps some installations as fast as it can, begins
 * others, ends and deletes them, and writes a line as soon as each is told that it was done. First it tells what it has found.
 */
const [folder = ''] = process.argv.slice(2);
/** So many are stepped at the same time. */
const many = 8;
const store = await openSqliteStore({ path: join(folder, 'mim-setup.db'), report: fail });
const installations = new Installations({
  store,
  masterKey: Buffer.alloc(32),
  servicesFor: fail,
  installsHere: false,
  report: fail,
});
const who = 'test';

for (const { id } of await installations.list(200)) {
  const { entries, seals } = await installations.sealedJournal(id);
  const { revision } = await installations.find(id);
  tell({ found: id, revision, entries: entries.length, broken: seals.broken?.reason ?? null });
}
tell({ found: null });

const there = (await installations.list(200))
  .filter(({ status }) => status === 'asking')
  .map(({ id }) => id)
  .slice(0, many);
while (there.length < many) there.push(await begun());
await Promise.all([...there.map(toAndFro), comeAndGo()]);

async function toAndFro(id: string): Promise<void> {
  for (let { snapshot } = await installations.load(id); ; ) {
    const isAtWelcome = snapshot.context.trail.at(-1) === 'welcome';
    const event = isAtWelcome ? ({ type: 'submit', page: 'welcome', answers: {} } as const) : ({ type: 'back' } as const);
    const after = await installations.send(id, event, { who });
    tell({ stepped: id, revision: after.row.revision });
    snapshot = after.snapshot;
  }
}

async function comeAndGo(): Promise<void> {
  for (;;) {
    const id = await begun();
    const { row } = await installations.send(id, { type: 'cancel' }, { who });
    tell({ stepped: id, revision: row.revision });
    tell({ leaves: id });
    await installations.delete(id);
    tell({ gone: id });
  }
}

async function begun(): Promise<string> {
  const { row } = await installations.begin({ mode: 'rehearsal' }, { who });
  tell({ stepped: row.id, revision: row.revision });
  return row.id;
}

/** At once, so that nothing is left to be told when the process is killed. */
function tell(told: SteppingOutput): void {
  writeSync(1, `${JSON.stringify(told)}\n`);
}

function fail(error: unknown): never {
  throw error;
}
