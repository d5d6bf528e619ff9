import type { ComponentType } from 'react';
import { useInstallation } from '../api/useSession.ts';
import { part } from '../rest/part.tsx';
import { FormScreen } from './FormScreen.tsx';
import { UnderErrorBox } from './UnderErrorBox.tsx';
import { WarningScreen } from './WarningScreen.tsx';

const screens: Readonly<Record<string, ComponentType>> = {
  form: FormScreen,
  warning: WarningScreen,
  error: UnderErrorBox,
  ready: part((rest) => rest.ReadyScreen),
  progress: part((rest) => rest.InstallingScreen),
  failed: part((rest) => rest.FailedScreen),
  tasks: part((rest) => rest.TasksScreen),
  end: part((rest) => rest.EndScreen),
};

/** What is on screen, by its kind. */
export function Screen() {
  const { view } = useInstallation();
  const Kind = screens[view.page.kind] ?? WarningScreen;
  return <Kind key={view.page.id} />;
}
