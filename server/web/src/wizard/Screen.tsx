import type { ComponentType } from 'react';
import { useInstallation } from '../api/useSession.ts';
import { part } from '../lazy/part.tsx';
import { FormScreen } from './FormScreen.tsx';
import { UnderErrorBox } from './UnderErrorBox.tsx';
import { WarningScreen } from './WarningScreen.tsx';

const screens: Readonly<Record<string, ComponentType>> = {
  form: FormScreen,
  warning: WarningScreen,
  error: UnderErrorBox,
  ready: part((parts) => parts.ReadyScreen),
  progress: part((parts) => parts.InstallingScreen),
  failed: part((parts) => parts.FailedScreen),
  tasks: part((parts) => parts.TasksScreen),
  end: part((parts) => parts.EndScreen),
};

/** What is on screen, by its kind. */
export function Screen() {
  const { view } = useInstallation();
  const Kind = screens[view.page.kind] ?? WarningScreen;
  return <Kind key={view.page.id} />;
}
