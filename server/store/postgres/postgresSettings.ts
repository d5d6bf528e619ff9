import type pg from 'pg';
import type { Release } from '../release.ts';

/** Which database, and what it is opened for. */
export interface PostgresSettings {
  /** `postgres://user:password@host:port/database?sslmode=verify-full&sslrootcert=…` */
  readonly url: string;
  /** How many connections this process takes at most, the one that listens left out. */
  readonly connections?: number;
  /** What is to move the installations from now on; nothing, where they are only read or carried over. */
  readonly release?: Release | undefined;
  /** Whether it is only looked into, so that whoever serves it goes on doing so. */
  readonly looks?: boolean;
  /** For what goes wrong behind anybody's back. */
  report(error: unknown, about: object): void;
}

/** How long a connection, and an answer, is waited for, milliseconds. */
export const patience = { connect: 5000, answer: 10_000 };

/** How each of them connects. */
export function clientConfigOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'mim-setup',
    connectionTimeoutMillis: patience.connect,
    query_timeout: patience.answer,
    keepAlive: true,
  };
}

/** Host, port and name of the database, without who signs in. */
export function whereOf(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${decodeURIComponent(pathname.slice(1))} at ${hostname || 'localhost'}${port && `:${port}`}`;
}
