import { describe, expect, it } from 'vitest';
import { InstallationNews } from '../../server/host/installationNews.ts';
import type { Store } from '../../server/store/store.ts';

describe('Whoever follows an installation', () => {
  it('is named to the store as long as he does, so that what he missed is looked for', () => {
    let watched: () => Iterable<string> = () => [];
    const listen: Store['listen'] = (_listener, asked = watched) => {
      watched = asked;
      return () => {};
    };
    const news = new InstallationNews({ listen });
    const ends = ['one', 'one', 'other'].map((id) => news.follow(id, () => {}));
    expect([...watched()]).toEqual(['one', 'other']);
    ends[2]!();
    ends[0]!();
    expect([...watched()]).toEqual(['one']);
  });
});
