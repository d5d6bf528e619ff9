import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { View } from '../../server/view/view.ts';
import { answersFor } from '../answers.ts';
import { expectDocumented } from '../http/documented.ts';
import type { Served } from '../http/service.ts';

/** What a report was answered with. */
export interface Reported {
  readonly status: number;
  readonly body: View & { readonly code?: string; readonly detail?: string };
}

/** An installation that is ready to be installed. */
export async function ready({ client }: Served): Promise<View> {
  const { view } = await client.walk(await client.begin(), answersFor('E', ['service', 'portal']));
  if (view.status !== 'ready') throw new Error(`It is ${view.status}.`);
  return view;
}

/** Sends a report by any means that `fetch` has; the reply is held against the OpenAPI document. */
export async function report(served: Served, id: string, query: string, init: RequestInit = {}): Promise<Reported> {
  const path = `/api/v1/installations/${id}/report`;
  const response = await fetch(`${served.url}${path}${query}`, { method: 'POST', ...init });
  const body = (await response.json()) as Reported['body'];
  expectDocumented({ method: 'POST', path, status: response.status, type: response.headers.get('content-type')!, body });
  return { status: response.status, body };
}

/** As `fetch` sends what it does not know the length of. */
export function streamed(pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): RequestInit {
  return { body: Readable.toWeb(Readable.from(pieces, { objectMode: false })), duplex: 'half' } as RequestInit;
}

/** A log in Windows' own form: UTF-16LE with its mark, and CRLF. */
export function windowsLog(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(`\ufeff${text.replace(/\r?\n/g, '\r\n')}`, 'utf16le'));
}

/** One of the logs in Windows' own form, as text. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../installer/fixtures/${name}`, import.meta.url), 'utf16le')
    .replace('\ufeff', '')
    .replaceAll('\r', '');
}

export async function log({ url }: Served, id: string, query = ''): Promise<string> {
  return await (await fetch(`${url}/api/v1/installations/${id}/log${query}`)).text();
}

/** The files that an installation's runs of the installer have left, by their names below the folder of jobs. */
export async function filesOf({ folder }: Served, id: string): Promise<string[]> {
  const entries = await readdir(join(folder, 'jobs', id), { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.map(({ parentPath, name }) => join(parentPath, name).slice(join(folder, 'jobs', id).length + 1)).sort();
}

/** Everything in the data folder as text, whatever its encoding. */
export async function everything({ folder }: Served): Promise<string> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const contents = await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name))));
  return contents.flatMap((bytes) => [bytes.toString('utf8'), bytes.toString('utf16le')]).join('\n');
}
