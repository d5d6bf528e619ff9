import type { ReactNode } from 'react';
import { useInstallation } from '../api/useSession.ts';
import { EndScreen } from './EndScreen.tsx';
import { FailedScreen } from './FailedScreen.tsx';
import { FormScreen } from './FormScreen.tsx';
import { InstallingScreen } from './InstallingScreen.tsx';
import { ReadyScreen } from './ReadyScreen.tsx';
import { TasksScreen } from './TasksScreen.tsx';
import { UnderErrorBox } from './UnderErrorBox.tsx';
import { WarningScreen } from './WarningScreen.tsx';

const screens: Readonly<Record<string, () => ReactNode>> = {
  form: FormScreen,
  warning: WarningScreen,
  error: UnderErrorBox,
  ready: ReadyScreen,
  progress: InstallingScreen,
  failed: FailedScreen,
  tasks: TasksScreen,
  end: EndScreen,
};

/** What is on screen, by its kind. */
export function Screen() {
  const { view } = useInstallation();
  const Kind = screens[view.page.kind] ?? WarningScreen;
  return <Kind key={view.page.id} />;
}
