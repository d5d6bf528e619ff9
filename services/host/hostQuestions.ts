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
import { judgeFramework, judgeSharePointServices, judgeVisualC, judgeWebServer } from './judgePrerequisites.ts';
import { judgeRights } from './judgeRights.ts';
import { judgeSite } from './judgeSite.ts';
import { judgeTls } from './judgeTls.ts';

/** One check of this host. */
export interface HostQuestion {
  /** What the facts say. */
  find(facts: HostFacts): Finding;
  /** How to look by hand, a sentence, where there are no facts. */
  readonly byHand: string;
}

/** The checks of this host that matter for what is to be installed. */
export function hostQuestions(asked: HostAsked): Partial<Record<HostCheckId, HostQuestion>> {
  const { site } = asked;
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
    ...(asked.service && {
      'host-tls': {
        find: (facts) => judgeTls(facts, asked),
        byHand:
          'See on the server that TLS 1.1 is allowed (HKLM\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols): where TLS 1.2 alone is, an unattended installation of MIM 2016 SP2 fails.',
      },
    }),
    'host-dotnet': {
      find: judgeFramework,
      byHand: 'See that .NET Framework 4.6 or later and .NET Framework 3.5 are installed on the server.',
    },
    'host-visual-c': {
      find: judgeVisualC,
      byHand: 'See that the Visual C++ 2013 redistributable (x64) is installed on the server.',
    },
    ...(asked.webServer.length > 0 && {
      'host-web-server': {
        find: judgeWebServer,
        byHand: `See on the server that all of these are installed: Get-WindowsFeature ${asked.webServer.join(', ')}.`,
      },
    }),
    ...(asked.portal && {
      'host-sharepoint-services': {
        find: judgeSharePointServices,
        byHand: 'See that SharePoint Administration and SharePoint Timer Service run on the server.',
      },
    }),
    ...(site && {
      'host-sharepoint-site': {
        find: (facts) => judgeSite(facts, site),
        byHand: `In the SharePoint Management Shell, see that there is one, of compatibility level 15: Get-SPSite ${site}. With SharePoint 2019 and later, $w.BlockedASPNetExtensions of its web application must not have ashx in it.`,
      },
    }),
  };
}
