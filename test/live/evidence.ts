import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from '../client.ts';
import { formsOf } from '../host/markedSecrets.ts';

/** The stream of an installation, as it was heard so far. Disposing of it hangs up. */
export interface Heard extends AsyncDisposable {
  heard(): string;
  /** Waits until the view of this revision was heard. */
  until(revision: number): Promise<void>;
}

export async function openStream(url: string, id: string): Promise<Heard> {
  const hangUp = new AbortController();
  const response = await fetch(`${url}/api/v1/installations/${id}/stream`, { signal: hangUp.signal });
  const decoder = new TextDecoder();
  let heard = '';
  const reading = (async () => {
    for await (const chunk of response.body ?? []) heard += decoder.decode(chunk, { stream: true });
  })().catch(() => {});
  return {
    heard: () => heard,
    async until(revision) {
      for (const end = Date.now() + 10_000; !heard.includes(`id: ${revision}\n`); ) {
        if (Date.now() > end) throw new Error(`The stream does not tell revision ${revision}.`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async [Symbol.asyncDispose]() {
      hangUp.abort();
      await reading;
    },
  };
}

/** Keeps the text of every reply that this client gets from then on. */
export function recordReplies(client: Client): readonly string[] {
  const replies: string[] = [];
  const request = client.request.bind(client);
  client.request = async <Body>(...asked: Parameters<Client['request']>) => {
    const reply = await request<Body>(...asked);
    replies.push(JSON.stringify(reply.body), JSON.stringify([...reply.headers]));
    return reply;
  };
  return replies;
}

/** Every file below a folder, byte for byte, by its name. */
export async function filesUnder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return Object.fromEntries(files.map((file, index) => [file.slice(folder.length + 1), texts[index]!]));
}

/** The places where a secret stands: as it is, in a form, in JSON, in UTF-16, in hexadecimal or in Base64. */
export function placesOf(secret: string, places: Readonly<Record<string, string>>): string[] {
  const written = formsOf(secret).map((form) => form.toString('latin1'));
  const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...written];
  return Object.keys(places).filter((place) => spellings.some((one) => places[place]!.includes(one)));
}
