import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Shades of the green that the original's header has. */
const green: BrandVariants = {
  10: '#051a0f',
  20: '#09301c',
  30: '#0b3f25',
  40: '#0c4e2d',
  50: '#0d5c34',
  60: '#0e6a3a',
  70: '#0f733d',
  80: '#107c41',
  90: '#218d51',
  100: '#379e63',
  110: '#52ae78',
  120: '#6dbd8d',
  130: '#8acba3',
  140: '#a8daba',
  150: '#c6e8d2',
  160: '#e4f5ea',
};

const light = createLightTheme(green);
const dark: Theme = {
  ...createDarkTheme(green),
  colorBrandForeground1: green[110],
  colorBrandForeground2: green[120],
  colorBrandForegroundLink: green[120],
  colorBrandForegroundLinkHover: green[130],
};

/** The theme that the user's system asks for, as it changes. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, () => wish.matches) ? dark : light;
}

const wish = matchMedia('(prefers-color-scheme: dark)');

function watch(changed: () => void): () => void {
  wish.addEventListener('change', changed);
  return () => wish.removeEventListener('change', changed);
}
