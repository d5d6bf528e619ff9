import { tasks, tasksOf } from '../../machines/chart/closingTasks.ts';
import type { WizardContext } from '../../machines/chart/context.ts';
import type { Screen } from '../../machines/pages/defineScreen.ts';
import { type ScreenId, screens } from '../../machines/pages/screens.ts';
import type { Row } from '../store/rows.ts';

/** The title and the guidance of a screen, as they are true of this installation: a rehearsal says that nothing was installed. */
export function screenWords(context: WizardContext, screen: ScreenId, mode: Row['mode']): { title: string; text: string } {
  const { title, guidance, rehearsed }: Screen = screens[screen];
  const words = mode === 'rehearsal' && rehearsed ? { title, ...rehearsed } : { title, guidance };
  const closing = screen === 'finished' ? [closingWords(context)] : [];
  return { title: words.title, text: [words.guidance, ...closing].join(' ') };
}

/** What became of the closing tasks. None is called done that failed or was skipped. */
function closingWords(context: WizardContext): string {
  const told = (['failed', 'skipped'] as const).flatMap((outcome) => {
    const titles = tasksOf(context)
      .filter((id) => context.tasks[id]?.outcome === outcome)
      .map((id) => tasks[id].title);
    return titles.length === 0 ? [] : endings[outcome](titles.length, titles.join('; '));
  });
  return told.length === 0 ? 'Its closing tasks are done.' : told.join(' ');
}

const endings = {
  failed: (count: number, titles: string) =>
    count === 1 ? `1 closing task failed: ${titles}.` : `${count} closing tasks failed: ${titles}.`,
  skipped: (count: number, titles: string) =>
    count === 1 ? `1 closing task was skipped: ${titles}.` : `${count} closing tasks were skipped: ${titles}.`,
};
