import { DatabaseSync } from 'node:sqlite';
import express, { type RequestHandler } from 'express';
import pg from 'pg';
import { createActor, type Snapshot } from 'xstate';
import { wizardMachine } from '../../machines/chart/wizard.ts';

/**
 * What the service is measured against, as a process of its own: `bare` answers a view, `commits` commits a row before it does, `actor`
 * hosts the chart as XState's documentation shows it behind Express, in memory.
 */
const [kind, storage = ''] = process.argv.slice(2);
let view: unknown = {};

const handlers: Readonly<Record<string, () => RequestHandler>> = {
  bare: () => (_request, response) => void response.json(view),
  commits: () => (storage.startsWith('postgres') ? commitsToPostgres() : commitsToSqlite()),
  actor: () => {
    const kept = new Map<string, Snapshot<unknown>>();
    return (request, response) => {
      const id = String(request.params['id']);
      const snapshot = kept.get(id);
      const actor = createActor(wizardMachine, { input: { id, package: null }, ...(snapshot && { snapshot }) });
      actor.start();
      actor.send(request.body as Parameters<typeof actor.send>[0]);
      kept.set(id, actor.getPersistedSnapshot());
      actor.stop();
      response.json(view);
    };
  },
};

const app = express();
app.use(express.json());
app.put('/view', (request, response) => {
  view = request.body;
  response.end();
});
app.post('/installations/:id/events', handlers[kind ?? '']!());
const server = app.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address && typeof address === 'object') process.stdout.write(`is ready at http://127.0.0.1:${address.port}\n`);
});

function commitsToSqlite(): RequestHandler {
  const db = new DatabaseSync(storage);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; create table row (id integer primary key, text text)');
  const insert = db.prepare('insert into row (text) values (?)');
  return (_request, response) => {
    insert.run(JSON.stringify(view));
    response.json(view);
  };
}

function commitsToPostgres(): RequestHandler {
  const pool = new pg.Pool({ connectionString: storage, max: 8 });
  const made = pool.query('create table if not exists row (id bigserial primary key, text text)');
  return async (_request, response) => {
    await made;
    await pool.query({ name: 'insert', text: 'insert into row (text) values ($1)', values: [JSON.stringify(view)] });
    response.json(view);
  };
}
