import { describe, expect, it } from 'vitest';
import { screens } from '../../machines/pages/screens.ts';
import { firstTransition, revive } from '../../server/host/transition.ts';
import { pageView } from '../../server/view/page.ts';

type Tasks = Parameters<typeof pageView>[0]['tasks'];

describe('What a stage says', () => {
  it('calls the closing tasks done only where each of them is', () => {
    expect(endsWith({ addIns: { outcome: 'done' } })).toContain('Its closing tasks are done.');
    const failed = endsWith({ addIns: { outcome: 'failed' } });
    expect(failed).toContain('1 closing task failed: Install add-ins, extensions and language packs');
    expect(failed).not.toContain('done');
    expect(endsWith({ addIns: { outcome: 'skipped' } })).toContain('1 closing task was skipped: Install add-ins');
  });

  it('never says of a rehearsal that something was installed', () => {
    const stages = ['installing', 'failed', 'postInstallation', 'finished'] as const;
    for (const stage of stages) {
      const { text } = pageView(contextWith({}), stage, {}, 'rehearsal').guide;
      expect(text).not.toBe(screens[stage].guidance);
      expect(text).toMatch(/changes nothing|nothing was installed|Nothing on any computer was changed/);
    }
  });

  function endsWith(tasks: Tasks): string {
    return pageView(contextWith(tasks), 'finished').guide.text;
  }

  function contextWith(tasks: Tasks) {
    return { ...revive(firstTransition({ id: 'any', package: null }).kept).context, tasks };
  }
});
