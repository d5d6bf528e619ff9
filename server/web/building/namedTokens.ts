import type { Plugin } from 'vite';

/**
 * Fluent's tokens are 450 names, each of which stands for the CSS variable of its name. Bundled as they are written, all of them are
 * sent where one is used; here they are made of what they are asked for.
 */
export function namedTokens(): Plugin {
  return {
    name: 'named-tokens',
    load: {
      filter: { id: /@fluentui\/tokens\/lib\/tokens\.js$/ },
      handler: () => `export const tokens = /* @__PURE__ */ new Proxy({}, { get: (_, name) => \`var(--\${name})\` });`,
    },
  };
}
