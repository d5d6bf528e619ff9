/** What moves the installations of a store: a chart, by its name, and the version of the software that has it. */
export interface Release {
  readonly chart: string;
  readonly version: string;
}

/** A newer chart has moved what is kept there: an earlier one would move it back, and lose what only the newer one asks. */
export class NewerChart extends Error {
  constructor(own: Release, newer: Release) {
    const whose = newer.version === own.version ? `another build of ${newer.version}` : `version ${newer.version}`;
    super(
      `Its installations are on a newer chart (${newer.chart}, of ${whose}) than this one has (${own.chart}, of ${own.version}). Start that one; or, to go back, put a backup back that was made before it came.`,
    );
    this.name = 'NewerChart';
  }
}

/** Another release moves what is kept there; whoever only looks leaves it to that one. */
export class OtherRelease extends Error {
  /** @param known what was kept of those that have served it. */
  constructor(own: Release, known: string | undefined) {
    const last = known === undefined ? undefined : (JSON.parse(known) as Release[]).at(-1);
    const whose = !last || last.version === own.version ? `another build than this ${own.version}` : `version ${last.version}`;
    super(
      `It is served by ${whose} of mim-setup, which a command that only looks leaves alone. Use that one; or start the service of this version, which takes over.`,
    );
    this.name = 'OtherRelease';
  }
}

/**
 * The releases that have served a store, this one the last, as they are kept. The version says which of two is newer; of one version
 * that which came later.
 *
 * @param known what was kept of those that came before.
 * @throws {NewerChart} where the last of them is newer.
 */
export function arrivalOf(own: Release, known: string | undefined): string {
  const served = known === undefined ? [] : (JSON.parse(known) as Release[]);
  const last = served.at(-1);
  const earlier = served.filter(({ chart }) => chart !== own.chart);
  if (last?.chart === own.chart) return JSON.stringify([...earlier, compare(own.version, last.version) < 0 ? last : own]);
  const newer = last ? compare(last.version, own.version) : -1;
  if (last && (newer > 0 || (newer === 0 && earlier.length < served.length))) throw new NewerChart(own, last);
  return JSON.stringify([...earlier, own]);
}

/** By their numbers, one after the other; what is before a release (`-rc.1`) counts as the release. */
function compare(one: string, other: string): number {
  const [numbers = '', others = ''] = [one, other].map((version) => version.split('-')[0]);
  return numbers.localeCompare(others, 'en', { numeric: true });
}
