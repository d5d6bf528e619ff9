import type { Logger } from 'pino';
import type { Services } from '../../machines/ports/services.ts';
import { whetherThisComesBack } from '../../services/autostart/whetherThisComesBack.ts';
import { forgetJobs } from '../../services/installer/job/forgetJobs.ts';
import { type LiveServices, liveServices } from '../../services/live/liveServices.ts';
import { localParts } from '../../services/live/localParts.ts';
import type { Parts } from '../../services/live/parts.ts';
import type { LiveSettings } from '../../services/live/settings.ts';
import { rehearsedServices } from '../../services/rehearsal/rehearsedServices.ts';
import { walks } from '../answers/walks.ts';
import type { Configuration } from '../configuration/configuration.ts';
import { liveSettingsOf } from '../configuration/liveSettings.ts';
import type { Caller } from '../host/hostSettings.ts';
import { Installations } from '../host/installations.ts';
import { withKeptSettlements } from '../host/packageSettlements.ts';
import type { Planning } from '../plan/forms.ts';
import { settledInstall } from '../plan/settledInstall.ts';
import { forgetCutOffReports } from '../report/cutOffReports.ts';
import { awayParts } from '../runner/awayParts.ts';
import { Runners } from '../runner/runners.ts';
import { type DataFolder, ownDataFolder } from '../store/dataFolder.ts';
import type { EndedSessions } from '../store/endedSessions.ts';
import { openFolder } from './openFolder.ts';
import { placesOf } from './placesOf.ts';
import { purgeExpired } from './purgeExpired.ts';
import { logSteps } from './stepLog.ts';

/** Everything but the network: the store, the host, what was cut off taken up. */
export interface Core {
  readonly installations: Installations;
  readonly runners: Runners;
  readonly endedSessions: EndedSessions;
  readonly planning: Planning;
  readonly jobsFolder: string;
  close(): Promise<void>;
}

/** Opens the data folder. What is there is taken up behind its back: it is ready before. */
export async function openCore(
  config: Configuration,
  log: Logger,
  { takesUp = true }: { readonly takesUp?: boolean } = {},
): Promise<Core> {
  const report = (error: unknown, about: object) => log.error({ err: error, ...about }, 'something went wrong');
  const folder = ownDataFolder(config.data);
  const { store, masterKey } = await openFolder(config, folder, report, { looks: !takesUp });
  if (!folder.isPrivate) log.warn({ path: folder.path }, 'others may be able to read the data folder: see to its permissions');
  const installsHere = process.platform === 'win32';
  const settings: LiveSettings = {
    ...liveSettingsOf(config),
    jobsFolder: folder.jobs,
    package: config.package,
    settlements: config.properties,
    ...(installsHere && { comesBack: whetherThisComesBack('service', folder.path) }),
    report,
  };
  const live = liveServices(settings);
  const runners = new Runners({
    records: store.runners,
    ...config.runners,
    jobsFolder: folder.jobs,
    localParts: (read, server) =>
      localParts({ ...settings, directory: { ...settings.directory, localRights: readBy(read), server } }),
    workAt: (place) => installations.workAt(place),
    log,
    report,
  });
  const installations: Installations = new Installations({
    store,
    masterKey,
    servicesFor: (caller) =>
      withKeptSettlements(
        settledInstall(
          caller.mode === 'live' ? liveFor(caller, live, runners) : rehearsalFor(caller, config, folder),
          config.properties,
        ),
        store,
      ),
    installsHere,
    ...placesOf(config),
    autopilot: walks,
    report,
  });
  installations.events.on('ended', (id) => live.forget(id));
  installations.events.on(
    'deleted',
    (id) => void forgetJobs(folder.jobs, id).catch((error: unknown) => report(error, { installation: id })),
  );
  logSteps(installations, log);
  if (takesUp) {
    await forgetCutOffReports(folder.jobs);
    installations.start();
  }
  const forgetting = takesUp ? purgeExpired(store, report) : undefined;
  return {
    installations,
    runners,
    endedSessions: store.endedSessions,
    planning: { settlements: config.properties, package: config.package },
    jobsFolder: folder.jobs,
    async close() {
      clearInterval(forgetting);
      await runners.presence.close();
      await installations.close();
      await store.close();
      folder.release();
    },
  };
}

function rehearsalFor({ rehearsal, failures }: Caller, config: Configuration, folder: DataFolder) {
  const { failAt, failCheck, times = 1, pace = config.rehearsal.pace } = rehearsal;
  return rehearsedServices({ failAt, failCheck, times, pace, failures, jobsFolder: folder.jobs, settlements: config.properties });
}

/** The live services, with the runner of the installation where it is connected to this process: its calls are taken there alone. */
function liveFor({ runner }: Caller, live: LiveServices, runners: Runners): Services {
  return runner === null ? live : live.through(runners.presence.partsOf(runner) ?? awayParts);
}

function readBy(read: Parts['localRights']) {
  return (account: string, signal: AbortSignal) => read({ account }, { signal, progress: () => {} });
}
