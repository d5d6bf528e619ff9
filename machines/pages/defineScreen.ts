/** Something on screen that only wants to be read: a warning, an error box, or a stage of the installation. */
export interface Screen<Kind extends string = string> {
  readonly kind: Kind;
  readonly title: string;
  readonly subtitle: string;
  /** The step of the installation guide which this screen encodes. */
  readonly step: string;
  /** A sentence or two of guidance, in our own words. */
  readonly guidance: string;
  /** Of a warning, the answers that it is about: as long as they stay, it is not read again. */
  readonly about?: { readonly page: string; readonly fields: readonly string[] };
  /** What it says instead in a rehearsal, where the words above would not be true. */
  readonly rehearsed?: { readonly title?: string; readonly guidance: string };
}

type Declared = Omit<Screen, 'kind' | 'subtitle' | 'about'> & { readonly subtitle?: string };

/**
 * A warning between two pages. It is answered by going on knowingly, or by going back.
 *
 * @example
 * sharePointTimerWarning: defineWarning({
 *   title: 'SharePoint 2016 services restart warning',
 *   step: 'Continuation, 4',
 *   guidance: 'The SharePoint Timer services will be restarted during the installation, on every server of the farm.',
 *   about: { page: 'sharePointSite', fields: ['url'] },
 * })
 */
export function defineWarning(screen: Declared & Required<Pick<Screen, 'about'>>) {
  return define('warning', screen);
}

/** Something that is done elsewhere and confirmed here. It lies over its page, and is not on the trail: nothing leads back to it. */
export function defineConfirmation(screen: Declared) {
  return { ...define('warning', screen), liesOverPage: true as const };
}

/**
 * An error box on top of a page. Its only answer is OK, which leads back to the page. Over which page it lies, and for which problem,
 * its line in the flow says.
 *
 * @example signInFailed: defineErrorBox({ title: 'Sign in failed', step: 'Common deployment steps, 5', guidance: '…' })
 */
export function defineErrorBox(screen: Declared) {
  return define('error', screen);
}

/** A stage that comes after the pages. */
export function defineStage<const Kind extends 'ready' | 'progress' | 'failed' | 'tasks' | 'end'>(kind: Kind, screen: Declared) {
  return define(kind, screen);
}

function define<const Kind extends string>(kind: Kind, { subtitle = '', ...screen }: Declared) {
  return { kind, subtitle, ...screen };
}
