import { type BrandVariants, createDarkTheme, createLightTheme, type Theme } from '@fluentui/react-components';

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

const all: Theme = createLightTheme(green);

/** The light theme. It is made while the page is built, and is data in the page. */
export const light = only(all, isNeeded) as Theme;

const allInDark: Theme = {
  ...createDarkTheme(green),
  colorBrandForeground1: green[110],
  colorBrandForeground2: green[120],
  colorBrandForegroundLink: green[120],
  colorBrandForegroundLinkHover: green[130],
};

/** What the dark theme has otherwise than the light one. */
export const inDark: Partial<Theme> = only(allInDark, (name) => isNeeded(name) && allInDark[name] !== all[name]);

/** The palettes that people's pictures are coloured by are not: the page shows none. */
function isNeeded(name: keyof Theme): boolean {
  return !name.startsWith('colorPalette') || /^colorPalette(Red|Green|DarkOrange|Yellow|Marigold)/.test(name);
}

function only(theme: Theme, isWanted: (name: keyof Theme) => boolean): Partial<Theme> {
  return Object.fromEntries(Object.entries(theme).filter(([name]) => isWanted(name as keyof Theme)));
}
