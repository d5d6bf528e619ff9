import { type Finding, passed, warning } from '../checks/finding.ts';
import { byServicePack, platformsSource, windowsSupport } from '../platforms/supportedPlatforms.ts';
import { unanswerable, unsuitable } from './finding.ts';
import type { HostAsked } from './hostAsked.ts';
import type { HostFacts } from './hostFacts.ts';

/** Whether this is a server, of a version that MIM 2016 supports (`supportedPlatforms.json`), and no domain controller. */
export function judgeWindows({ windows, unanswered }: HostFacts): Finding {
  if (!windows) return unanswerable('Which Windows this is', unanswered['windows'], 'Run winver.');
  const { caption, build, productType } = windows;
  if (productType === 1) return unsuitable(`This is ${caption}, not Windows Server. Install on a Windows Server.`);
  const { is, platform } = windowsSupport(build);
  if (is === 'older')
    return unsuitable(`${caption} is too old. Install on ${platform.name} or later, better on Windows Server 2019 or 2022.`);
  if (productType === 2) {
    return warning('host-unsuitable', `This ${caption} is a domain controller. Rather install on a member server.`);
  }
  if (is === 'byServicePack') return warning('host-unsuitable', byServicePack(platform), platformsSource);
  if (is === 'newer') {
    return warning(
      'host-unsuitable',
      `${caption} is newer than ${platform.name}, the newest that MIM 2016 is known to support. Check with Microsoft before you go on.`,
      platformsSource,
    );
  }
  if (platform.recommended === false) {
    return passed(`This is ${caption} (build ${build}), which Microsoft does not recommend for a new installation.`);
  }
  return passed(`This is ${caption} (build ${build}).`);
}

/** Whether this service runs elevated: the installer inherits its rights. */
export function judgeElevation({ elevated, user, unanswered }: HostFacts): Finding {
  if (elevated === null)
    return unanswerable('Whether the service runs elevated', unanswered['elevated'], 'Start it from an elevated prompt.');
  if (elevated) return passed(`The service runs elevated, as ${user}.`);
  return unsuitable('The service does not run elevated. End it, and start it from a prompt opened with "Run as administrator".');
}

/** Whether SharePoint is deploying or retracting a solution: meanwhile the installer fails (TechNet wiki 4152). */
export function judgeSolutions({ sharePoint, solutionsUnderWay, unanswered }: HostFacts): Finding {
  if (!solutionsUnderWay) {
    const why = sharePoint ? unanswered['solutionsUnderWay'] : unanswered['sharePoint'];
    return unanswerable(
      'Whether SharePoint is deploying solutions',
      why,
      'See in Central Administration, Manage farm solutions.',
    );
  }
  if (solutionsUnderWay.length === 0) return passed('No SharePoint solution is being deployed or retracted.');
  return unsuitable(
    `SharePoint is still deploying or retracting ${solutionsUnderWay.join(', ')}, at which the installer fails. Wait until its timer jobs have ended, then check again.`,
  );
}

/** Whether there are 2 GB: for the files, the log and what Windows Installer keeps to roll back. */
export function judgeDiskSpace({ freeBytes, unanswered }: HostFacts, { drive }: HostAsked): Finding {
  if (freeBytes === null) {
    return unanswerable(
      `How much is free on drive ${drive}:`,
      unanswered['freeBytes'],
      'See that the drive exists and has 2 GB free.',
    );
  }
  const free = `${(freeBytes / gigabyte).toFixed(1)} GB`;
  if (freeBytes >= neededBytes) return passed(`Drive ${drive}: has ${free} free.`);
  return unsuitable(
    `Drive ${drive}: has only ${free} free, and the installation needs 2 GB. Make room, or install to another drive.`,
  );
}

/** Whether Windows waits for a restart, which can make the installer fail; where files alone are to be replaced, it rarely does. */
export function judgePendingRestart({ pendingRestart, unanswered }: HostFacts): Finding {
  if (pendingRestart === null) {
    return unanswerable('Whether a restart is pending', unanswered['pendingRestart'], 'If Windows asks for one, restart first.');
  }
  if (pendingRestart.length === 0) return passed('No restart is pending.');
  const signs = pendingRestart.map((sign) => restartSigns[sign]).join('; ');
  if (pendingRestart.every((sign) => sign === 'fileRename')) {
    return warning(
      'host-unsuitable',
      `Some files are to be replaced at the next restart. Restart the server first if you can.`,
      signs,
    );
  }
  return { ...unsuitable('A restart of this server is pending. Restart it before the installation.'), detail: signs };
}

/** Whether another installation runs: Windows Installer refuses a second one at the same time (exit code 1618). */
export function judgeInstaller({ installerRunning, unanswered }: HostFacts): Finding {
  if (installerRunning === null) {
    return unanswerable('Whether another installation runs', unanswered['installerRunning'], 'See in the Task Manager.');
  }
  if (!installerRunning) return passed('No other installation runs.');
  return unsuitable('Another installation runs on this server. Wait until it has ended, then check again.');
}

const gigabyte = 1024 ** 3;
const neededBytes = 2 * gigabyte;
const restartSigns = {
  componentServicing: 'Windows features or updates were installed',
  windowsUpdate: 'Windows Update asks for it',
  fileRename: 'files wait to be renamed or deleted',
  computerName: 'the computer was given another name',
};
