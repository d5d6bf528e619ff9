/** Which form of the tables this is. */
export const schemaVersion = 1;

/** What is kept on disk. `secure_delete` overwrites what is deleted, so that a destroyed secret does not lie on in a free page. */
export const schema = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma secure_delete = on;
  pragma busy_timeout = 5000;
  pragma foreign_keys = on;
  pragma user_version = ${schemaVersion};
  create table if not exists meta (name text primary key, value text not null) without rowid;
  create table if not exists installation (
    id text primary key, name text, mode text not null, rehearsal text, created_at text not null, updated_at text not null,
    who text not null, status text not null, page text not null, option text,
    revision integer not null, chart text not null, kept text not null, digest text not null, walk text
  ) without rowid;
  create index if not exists newest on installation (created_at desc, id desc);
  create table if not exists journal (
    installation text not null references installation on delete cascade, revision integer not null, at text not null,
    who text not null, event text not null, from_page text, to_page text not null, kept text not null,
    primary key (installation, revision)
  ) without rowid;
  create table if not exists effect (
    installation text not null references installation on delete cascade, id text not null, revision integer not null,
    service text not null, input text not null,
    primary key (installation, id)
  ) without rowid;
  create table if not exists data_key (
    installation text primary key references installation on delete cascade, wrapped blob not null
  ) without rowid;
  create table if not exists secret (
    installation text not null references installation on delete cascade, id text not null, sealed blob not null,
    primary key (installation, id)
  ) without rowid;
  create table if not exists answered (
    scope text not null, key text not null, digest text not null, installation text not null, status integer,
    body text, location text, at text not null,
    primary key (scope, key)
  ) without rowid;
`;
