import { tokens } from '@fluentui/react-components';
import type { Plugin } from 'vite';

/**
 * Fluent's tokens are hundreds of names, nearly each of which stands for the CSS variable of its name. Bundled as they are written, all
 * are sent where one is used; here such are made when they are asked for.
 */
export function namedTokens(): Plugin {
  return {
    name: 'named-tokens',
    load: {
      filter: { id: /@fluentui\/tokens\/lib\/tokens\.js$/ },
      handler: () => `
        const get = (others, name) => others[name] ?? \`var(--\${name})\`;
        export const tokens = /* @__PURE__ */ new Proxy(${JSON.stringify(others)}, { get });`,
    },
  };
}

const others = Object.fromEntries(Object.entries(tokens).filter(([name, value]) => value !== `var(--${name})`));
