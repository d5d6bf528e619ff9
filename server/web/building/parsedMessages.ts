import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import { type Message, plainMessage } from '../src/language/plainMessage.ts';
import { saidIn } from './saidIn.ts';

/**
 * Parses the ICU messages of the sources in `src` while the page is built: the parser, which is larger than what formats them, is not
 * sent. In its place stands what it makes of each text that is said, and a catalog has its own texts parsed. Most texts are plain: where
 * `plainMessage` makes the same of one as the parser, it reads that in the page.
 */
export function parsedMessages(src: string): Plugin {
  return {
    name: 'parsed-messages',
    load: {
      filter: { id: /@formatjs\/icu-messageformat-parser\/index\.js$/ },
      handler: async () => `
        export * from './no-parser.js';
        import { plainMessage } from ${JSON.stringify(join(src, 'language/plainMessage.ts'))};
        const parsed = ${notPlain((await textsSaidIn(src)).map((text) => [text, text]))};
        export const parse = (text) => parsed[text] ?? plainMessage(text);`,
    },
    transform: {
      filter: { id: /\/src\/language\/german\/german\.ts$/ },
      async handler(code, id) {
        const { german } = (await import(pathToFileURL(id).href)) as { german: Readonly<Record<string, string>> };
        return `${code}\nObject.assign(german, ${notPlain(Object.entries(german))});`;
      },
    },
  };
}

/** Of messages, each by its key: those that are more than plain, parsed, as JSON. */
function notPlain(messages: readonly (readonly [key: string, text: string])[]): string {
  const parsed = messages.map(([key, text]): [string, string, Message] => [
    key,
    text,
    new IntlMessageFormat(text, 'en').getAst(),
  ]);
  const wanted = parsed.filter(([, text, message]) => !isDeepStrictEqual(message, plainMessage(text)));
  return JSON.stringify(Object.fromEntries(wanted.map(([key, , message]) => [key, message])));
}

async function textsSaidIn(src: string): Promise<string[]> {
  const files = (await readdir(src, { recursive: true })).filter((file) => /\.tsx?$/.test(file)).map((file) => join(src, file));
  return (await Promise.all(files.map(async (file) => saidIn(file, await readFile(file, 'utf8'))))).flat();
}
