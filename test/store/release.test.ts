import { describe, expect, it } from 'vitest';
import { arrivalOf, NewerChart } from '../../server/store/release.ts';

type Served = readonly (readonly [version: string, chart: string])[];

/** What is kept once these have served a store, one after the other. */
function servedBy(...releases: Served): string | undefined {
  return releases.reduce<string | undefined>((known, [version, chart]) => arrivalOf({ version, chart }, known), undefined);
}

const isRefused = (...releases: Served) => expect(() => servedBy(...releases)).toThrow(NewerChart);
const serves = (...releases: Served) => expect(JSON.parse(servedBy(...releases)!).at(-1).chart).toBe(releases.at(-1)![1]);

describe('A release that comes to a store', () => {
  it('serves it where nobody did, where its own chart does, and where it is newer than all before', () => {
    serves(['1.2.0', 'a']);
    serves(['1.2.0', 'a'], ['1.2.0', 'a']);
    serves(['1.2.0', 'a'], ['1.1.0', 'a']);
    serves(['1.9.0', 'a'], ['1.10.0', 'b']);
    serves(['1.2.0', 'a'], ['1.2.0', 'b'], ['1.2.0', 'c']);
    serves(['1.2.0-rc.1', 'a'], ['1.2.0', 'b']);
  });

  it('is refused where a newer chart has served it: by the version, or, of one version, by who came last', () => {
    isRefused(['1.10.0', 'b'], ['1.9.0', 'a']);
    isRefused(['1.2.0', 'a'], ['1.2.0', 'b'], ['1.2.0', 'a']);
    isRefused(['1.2.0', 'a'], ['1.3.0', 'a'], ['1.2.5', 'b']);
  });

  it('may bring back an earlier chart, as what is newest', () => {
    serves(['1.0.0', 'a'], ['1.1.0', 'b'], ['1.2.0', 'a']);
    isRefused(['1.0.0', 'a'], ['1.1.0', 'b'], ['1.2.0', 'a'], ['1.1.0', 'b']);
  });
});
