import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** Runs these modules while the page is built. What they export, data alone, stands in the page; what they make it of does not. */
export function madeInAdvance(modules: RegExp): Plugin {
  return {
    name: 'made-in-advance',
    load: {
      filter: { id: modules },
      async handler(id) {
        const made = Object.entries((await import(pathToFileURL(id).href)) as Readonly<Record<string, unknown>>);
        return made.map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`).join('\n');
      },
    },
  };
}
