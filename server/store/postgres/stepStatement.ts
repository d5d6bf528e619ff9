import type { Committed, Step } from '../step.ts';
import { moverOf, writtenOf } from '../stepRows.ts';

/** A step as the statement reads it. */
export type StepRow = ReturnType<typeof toStepRow>;

/** What the statement says of each step, by its number. */
export interface Verdict {
  readonly n: number;
  readonly verdict: Committed;
}

/**
 * Takes steps of different installations, each by itself: its state, its entry of the journal, the request that it answers; and says
 * what became of each. One statement, so one way to the database and one flush for all of them. Rows are locked in the order of their
 * ids, so that no two processes wait for each other. Where another release is in force by now, it says nothing of any.
 */
export const takeAll = `
  with step as materialized (
    select * from json_to_recordset(?::json) as s (
      n int, id text, revision int, at text, who text, mover text, name text, mode text, rehearsal text, status text, page text,
      option text, chart text, kept text, digest text, walk text, runner text, event text, from_page text, whole text, changed text,
      seal text, ended text, ended_revision int,
      scope text, key text, request text, answer_status int, answer_body text, answer_location text)
    where ?::text is null or ? = (select value from meta where name = 'in force')
  ),
  locked as materialized (
    select i.id from installation i join step s on s.id = i.id and s.revision = i.revision order by i.id for update of i
  ),
  ready as materialized (
    select s.* from step s where s.revision > 0 and s.id in (select id from locked)
    union all
    select s.* from step s where s.revision = 0 and not exists (select 1 from installation i where i.id = s.id)
  ),
  asked as materialized (
    select r.* from ready r where r.ended is null or exists (
      select 1 from effect e where e.installation = r.id and e.id = r.ended and e.revision = r.ended_revision)
  ),
  remembered as (
    insert into answered (scope, key, digest, installation, at, revision, status, body, location)
    select scope, key, request, id, at, revision + 1, answer_status, answer_body, answer_location
      from asked where key is not null order by scope, key
    on conflict do nothing returning scope, key
  ),
  good as materialized (
    select a.* from asked a where a.key is null or (a.scope, a.key) in (select scope, key from remembered)
  ),
  begun as (
    insert into installation (id, name, mode, rehearsal, created_at, updated_at, who, status, page, option, revision, chart, kept,
      digest, seal, walk, runner)
    select id, name, mode, rehearsal, at, at, who, status, page, option, 1, chart, kept, digest, seal, walk, runner from good
      where revision = 0
  ),
  moved as (
    update installation i set revision = g.revision + 1, updated_at = g.at, status = g.status, page = g.page, option = g.option,
      chart = g.chart, kept = g.kept, digest = g.digest, seal = g.seal, walk = g.walk, runner = g.runner,
      who = coalesce(g.mover, i.who)
    from good g where g.revision > 0 and i.id = g.id
  ),
  told as (
    insert into journal (installation, revision, at, who, event, from_page, to_page, kept, changed, chart, digest, seal)
    select id, revision + 1, at, who, event, from_page, page, whole, changed, chart, digest, seal from good
  )
  select s.n, case
    when s.n in (select n from good) then 'taken'
    when s.n in (select n from asked) then 'repeated'
    when s.n in (select n from ready) then 'unasked'
    else 'overtaken' end as verdict
  from step s`;

/**
 * A step as {@link takeAll} reads it, by the names of its columns.
 *
 * @param n its number among those that are taken together.
 */
export function toStepRow(step: Step, n: number) {
  const { id, revision, at, who, row, walk, from, ended, answering } = step;
  const { event, kept, digest, whole, changed, seal } = writtenOf(step);
  const { name, mode, rehearsal, runner, status, page, option, chart } = row;
  return {
    n,
    id,
    revision,
    at,
    who,
    mover: moverOf(step),
    name,
    mode,
    rehearsal,
    status,
    page,
    option,
    chart,
    kept,
    digest,
    walk,
    runner,
    event,
    from_page: from,
    whole,
    changed,
    seal,
    ended: ended?.id ?? null,
    ended_revision: ended?.revision ?? null,
    scope: answering?.scope ?? null,
    key: answering?.key ?? null,
    request: answering?.digest ?? null,
    answer_status: answering?.answer?.status ?? null,
    answer_body: answering?.answer?.body ?? null,
    answer_location: answering?.answer?.location ?? null,
  };
}
