import { dirname } from 'node:path';
import { z } from 'zod';
import { askPowerShell, type PowerShellSettings, Silent } from '../../powershell/powershell.ts';
import type { Autostart, Entry, Found, Kind } from '../autostart.ts';
import { CannotAutostart } from '../cannotAutostart.ts';
import { fromCommandLine, toCommandLine } from './commandLine.ts';
import { foundTask, whatStands, whatToSee } from './foundTask.ts';

const answer = z.object({ task: foundTask.nullable() });
const changed = z.object({ there: z.boolean() });

/**
 * The Task Scheduler of Windows, by its own cmdlets (`ScheduledTasks`): a task in the folder `\mim-setup` that is begun at start-up.
 */
export function taskScheduler(settings: PowerShellSettings = {}, asking = askPowerShell): Autostart {
  return {
    async install(entry, signal) {
      const logonType = logonTypeOf(entry.account);
      await change({ ...taskOf(entry.kind), ...actionOf(entry), account: entry.account, logonType, change: 'install' }, signal);
      const start = `Start-ScheduledTask -TaskPath ${folder} -TaskName ${entry.kind}`;
      return [
        `It starts with this server from now on. To start it now, in PowerShell: ${start}`,
        ...(logonType === 'S4U' ? [withoutNetwork(entry.account)] : []),
      ];
    },

    async find(kind, signal): Promise<Found | null> {
      const { task } = await ask(read, taskOf(kind), answer, signal);
      if (!task) return null;
      return {
        where: `the task ${folder}${kind}`,
        account: task.account,
        command: [task.program, ...fromCommandLine(task.arguments)],
        obstacles: whatStands(task),
        remarks: [...whatToSee(task), ...(task.logonType === 'S4U' ? [withoutNetwork(task.account)] : [])],
      };
    },

    async remove(kind, signal) {
      return (await change({ ...taskOf(kind), change: 'remove' }, signal)).there;
    },
  };

  function change(asked: object, signal: AbortSignal) {
    return ask(write, asked, changed, signal);
  }

  async function ask<T>(script: URL, asked: object, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> {
    return await asking(script, { ...asked }, schema, settings, signal).catch((error: unknown) => {
      if (!(error instanceof Silent)) throw error;
      throw new CannotAutostart(`${error.message} It takes a prompt that was opened with "Run as administrator".`, {
        cause: error,
      });
    });
  }
}

const read = new URL('./readTask.ps1', import.meta.url);
const write = new URL('./changeTask.ps1', import.meta.url);

/** The folder of our tasks in the Task Scheduler. */
const folder = '\\mim-setup\\';

function taskOf(kind: Kind) {
  return { path: folder, name: kind };
}

function actionOf({ kind, command: [program = '', ...args] }: Entry) {
  return {
    program,
    arguments: toCommandLine(args),
    folder: dirname(program),
    description: `mim-setup, the ${kind}: begun at start-up.`,
  };
}

/**
 * How an account is logged on without a password that anybody gives, or that is kept (Microsoft Learn, "TASK_LOGON_TYPE" and "Group
 * Managed Service Accounts"): Windows knows that of a managed account, the system needs none, and for others it vouches by S4U.
 */
export function logonTypeOf(account: string): 'Password' | 'ServiceAccount' | 'S4U' {
  if (account.endsWith('$')) return 'Password';
  return /^(?:NT AUTHORITY\\)?(?:SYSTEM|LOCAL ?SERVICE|NETWORK ?SERVICE)$/i.test(account) ? 'ServiceAccount' : 'S4U';
}

function withoutNetwork(account: string): string {
  return `No password of ${account} is kept, so it cannot sign in to other servers while it runs this way, to SQL Server and the directory among them. Where the installer has to sign in there, take a group managed service account, whose name ends with $, or SYSTEM.`;
}
