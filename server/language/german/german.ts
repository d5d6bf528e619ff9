import type { Catalog } from '../catalog.ts';
import { accountChecks } from './accountChecks.ts';
import { accountPages } from './accountPages.ts';
import { answersFiles } from './answersFiles.ts';
import { autostart } from './autostart.ts';
import { certificateCheck } from './certificateCheck.ts';
import { checklist } from './checklist.ts';
import { checks } from './checks.ts';
import { checkTitles } from './checkTitles.ts';
import { closingReport } from './closingReport.ts';
import { closingTasks } from './closingTasks.ts';
import { collection } from './collection.ts';
import { commonServicesPages } from './commonServicesPages.ts';
import { components } from './components.ts';
import { databaseChecks } from './databaseChecks.ts';
import { directoryChecks } from './directoryChecks.ts';
import { events } from './events.ts';
import { exitCodes } from './exitCodes.ts';
import { fieldFindings } from './fieldFindings.ts';
import { findingProblems } from './findingProblems.ts';
import { flow } from './flow.ts';
import { formFindings } from './formFindings.ts';
import { hostChecks } from './hostChecks.ts';
import { installationStages } from './installationStages.ts';
import { installer } from './installer.ts';
import { knownFailures } from './knownFailures.ts';
import { mailboxApplicationPages } from './mailboxApplicationPages.ts';
import { mailboxChecks } from './mailboxChecks.ts';
import { mailChecks } from './mailChecks.ts';
import { mailServerPage } from './mailServerPage.ts';
import { networkChecks } from './networkChecks.ts';
import { packageCheck } from './packageCheck.ts';
import { packageFile } from './packageFile.ts';
import { passwordPortalPages } from './passwordPortalPages.ts';
import { planRemarks } from './planRemarks.ts';
import { platforms } from './platforms.ts';
import { preparePages } from './preparePages.ts';
import { prerequisiteChecks } from './prerequisiteChecks.ts';
import { rehearsedChecks } from './rehearsedChecks.ts';
import { reportedInstaller } from './reportedInstaller.ts';
import { requestProblems } from './requestProblems.ts';
import { requests } from './requests.ts';
import { runners } from './runners.ts';
import { screenNames } from './screenNames.ts';
import { serviceAndPortalPages } from './serviceAndPortalPages.ts';
import { settling } from './settling.ts';
import { sharePointChecks } from './sharePointChecks.ts';
import { signInChecks } from './signInChecks.ts';
import { sqlServerChecks } from './sqlServerChecks.ts';
import { storage } from './storage.ts';
import { waysToApplication } from './waysToApplication.ts';

/** Every catalog, by what it is about. */
export const catalogs: readonly Catalog[] = [
  accountChecks,
  accountPages,
  answersFiles,
  autostart,
  certificateCheck,
  checklist,
  checkTitles,
  checks,
  closingTasks,
  closingReport,
  collection,
  commonServicesPages,
  components,
  databaseChecks,
  directoryChecks,
  events,
  exitCodes,
  fieldFindings,
  findingProblems,
  flow,
  formFindings,
  hostChecks,
  installationStages,
  installer,
  knownFailures,
  mailChecks,
  mailServerPage,
  mailboxApplicationPages,
  mailboxChecks,
  networkChecks,
  packageCheck,
  packageFile,
  passwordPortalPages,
  planRemarks,
  platforms,
  preparePages,
  prerequisiteChecks,
  rehearsedChecks,
  reportedInstaller,
  requestProblems,
  requests,
  runners,
  screenNames,
  serviceAndPortalPages,
  settling,
  sharePointChecks,
  signInChecks,
  sqlServerChecks,
  storage,
  waysToApplication,
];

/** All texts of the program in German, as Windows and the installer of MIM say it: formal, in Microsoft's terms. */
export const german: Catalog = Object.assign({}, ...catalogs);
