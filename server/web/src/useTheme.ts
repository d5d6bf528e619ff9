import type { Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';
import { inDark, light } from './fluentThemes.ts';

const dark: Theme = { ...light, ...inDark };

/** The theme that the user's system asks for, as it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, () => wish.matches) ? dark : light;
}

const wish = matchMedia('(prefers-color-scheme: dark)');

function watch(changed: () => void): () => void {
  wish.addEventListener('change', changed);
  return () => wish.removeEventListener('change', changed);
}
