import type { Services } from '../../machines/ports/services.ts';
import { checkEverything, checkPackage, checkPage, checkTasks } from './rehearsedChecks.ts';
import { install, stopInstaller } from './rehearsedInstaller.ts';
import { rehearsedRegistration } from './rehearsedRegistration.ts';
import type { RehearsalSettings } from './settings.ts';

/** Services that simulate Contoso, and touch nothing but the data folder. */
export function rehearsedServices(settings: RehearsalSettings): Services {
  return {
    checkPage: (subject, call) => checkPage(subject, call, settings),
    checkEverything: (subject, call) => checkEverything(subject, call, settings),
    checkPackage: (subject, call) => checkPackage(subject, call, settings),
    checkTasks: (subject, call) => checkTasks(subject, call, settings),
    ...rehearsedRegistration,
    install: (job, call) => install(job, call, settings),
    stopInstaller: (job) => stopInstaller(job, settings),
  };
}
