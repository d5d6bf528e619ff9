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

  it('hears of that one alone, each as often as he follows, until he ends it', () => {
    const { news, tell } = told();
    const heard: string[] = [];
    const follower = ({ id }: { readonly id: string }) => void heard.push(id);
    const ends = [news.follow('one', follower), news.follow('one', follower)];
    tell('one');
    tell('other');
    expect(heard).toEqual(['one', 'one']);
    ends[0]!();
    ends[0]!();
    tell('one');
    expect(heard).toHaveLength(3);
    ends[1]!();
    tell('one');
    expect(heard).toHaveLength(3);
  });

  it('may end it, or begin, while he hears of it', () => {
    const { news, tell } = told();
    const heard: string[] = [];
    const end = news.follow('one', () => {
      end();
      news.follow('one', () => heard.push('later'));
      heard.push('first');
    });
    news.follow('one', () => heard.push('second'));
    tell('one');
    expect(heard).toEqual(['first', 'second']);
    tell('one');
    expect(heard).toEqual(['first', 'second', 'second', 'later']);
  });

  it('is counted by the installation', () => {
    const { news } = told();
    const ends = [news.follow('one', () => {}), news.follow('one', () => {})];
    expect([news.followersOf('one'), news.followersOf('other')]).toEqual([2, 0]);
    ends[0]!();
    expect(news.followersOf('one')).toBe(1);
    ends[1]!();
    const end = news.follow('one', () => {});
    ends[1]!();
    expect(news.followersOf('one')).toBe(1);
    end();
    expect(news.followersOf('one')).toBe(0);
  });

  it('hears no more once the service is closed, which listens no more either', () => {
    const { news, tell, ended } = told();
    const heard: string[] = [];
    news.follow('one', () => heard.push('heard'));
    news.close();
    tell('one');
    expect([heard, ended()]).toEqual([[], 1]);
  });
});

/** The news of a store that tells what a test wants. */
function told() {
  let listener: Parameters<Store['listen']>[0] = () => {};
  let ended = 0;
  const news = new InstallationNews({
    listen: (heard) => {
      listener = heard;
      return () => void ended++;
    },
  });
  return { news, tell: (id: string) => listener({ type: 'deleted', id }), ended: () => ended };
}
