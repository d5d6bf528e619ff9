import type { Autostart } from './autostart.ts';
import { systemd } from './linux/systemd.ts';
import { taskScheduler } from './windows/taskScheduler.ts';

/** What starts programs with the computer: the Task Scheduler on Windows, systemd on Linux. */
export function autostartOf(platform: NodeJS.Platform): Autostart {
  return platform === 'win32' ? taskScheduler() : systemd();
}
