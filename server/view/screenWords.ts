import { type TaskId, tasks, tasksOf } from '../../machines/chart/closingTasks.ts';
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
  const ended = (outcome: string) => tasksOf(context).filter((id) => context.tasks[id]?.outcome === outcome);
  const [failed, skipped] = [ended('failed'), ended('skipped')];
  if (failed.length + skipped.length === 0) return 'Its closing tasks are done.';
  return [told(failed, 'failed'), told(skipped, 'was skipped', 'were skipped')].join('').trim();
}

function told(ids: readonly TaskId[], one: string, several = one): string {
  if (ids.length === 0) return '';
  const titles = ids.map((id) => tasks[id].title).join('; ');
  return `${ids.length === 1 ? `1 closing task ${one}` : `${ids.length} closing tasks ${several}`}: ${titles}. `;
}
