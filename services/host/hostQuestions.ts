import type { HostCheckId } from '../../machines/ports/checks.ts';
import type { Finding } from '../checks/finding.ts';
import type { HostAsked } from './hostAsked.ts';
import type { HostFacts } from './hostFacts.ts';
import {
  judgeDiskSpace,
  judgeElevation,
  judgeInstaller,
  judgePendingRestart,
  judgeSolutions,
  judgeWindows,
} from './judgeHost.ts';
import { judgeRights } from './judgeRights.ts';

/** One check of this host: what the facts say, and how to look by hand where there are none. */
export interface HostQuestion {
  find(facts: HostFacts): Finding;
  readonly byHand: string;
}

/** The checks of this host that matter for what is to be installed. */
export function hostQuestions(asked: HostAsked): Partial<Record<HostCheckId, HostQuestion>> {
  return {
    'host-windows': {
      find: judgeWindows,
      byHand: 'On the server, run winver: it should be Windows Server 2019 or 2022; 2025 takes MIM 2016 SP3.',
    },
    'host-elevated': {
      find: judgeElevation,
      byHand: 'Run the installer from a prompt that was opened with "Run as administrator".',
    },
    'host-rights': {
      find: (facts) => judgeRights(facts, asked),
      byHand:
        "See that the installing user is in the local group Administrators (whoami /groups), is a farm administrator of SharePoint, and is sysadmin of the SQL Server (SELECT IS_SRVROLEMEMBER('sysadmin')).",
    },
    ...(asked.portal && {
      'host-sharepoint-solutions': {
        find: judgeSolutions,
        byHand: 'In the SharePoint Management Shell, see that nothing comes of: Get-SPSolution | Where-Object JobExists.',
      },
    }),
    'host-disk-space': {
      find: (facts) => judgeDiskSpace(facts, asked),
      byHand: `On the server, see that drive ${asked.drive}: has at least 2 GB free.`,
    },
    'host-pending-reboot': {
      find: judgePendingRestart,
      byHand: 'If Windows asks for a restart on the server, restart it before the installation.',
    },
    'host-installer-free': {
      find: judgeInstaller,
      byHand: 'On the server, see that no other installation runs: the Task Manager lists at most one msiexec.exe, idle.',
    },
  };
}
