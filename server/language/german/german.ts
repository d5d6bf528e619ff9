import type { Catalog } from '../catalog.ts';
import { accountPages } from './accountPages.ts';
import { answersFiles } from './answersFiles.ts';
import { checkTitles } from './checkTitles.ts';
import { closingTasks } from './closingTasks.ts';
import { commonServicesPages } from './commonServicesPages.ts';
import { components } from './components.ts';
import { events } from './events.ts';
import { fieldFindings } from './fieldFindings.ts';
import { findingProblems } from './findingProblems.ts';
import { formFindings } from './formFindings.ts';
import { installationStages } from './installationStages.ts';
import { mailboxApplicationPages } from './mailboxApplicationPages.ts';
import { mailServerPage } from './mailServerPage.ts';
import { passwordPortalPages } from './passwordPortalPages.ts';
import { planRemarks } from './planRemarks.ts';
import { preparePages } from './preparePages.ts';
import { requestProblems } from './requestProblems.ts';
import { requests } from './requests.ts';
import { runners } from './runners.ts';
import { serviceAndPortalPages } from './serviceAndPortalPages.ts';
import { settling } from './settling.ts';
import { storage } from './storage.ts';
import { waysToApplication } from './waysToApplication.ts';

/** Every catalog, by what it is about. */
export const catalogs: readonly Catalog[] = [
  accountPages,
  answersFiles,
  checkTitles,
  closingTasks,
  commonServicesPages,
  components,
  events,
  fieldFindings,
  findingProblems,
  formFindings,
  installationStages,
  mailServerPage,
  mailboxApplicationPages,
  passwordPortalPages,
  planRemarks,
  preparePages,
  requestProblems,
  requests,
  runners,
  serviceAndPortalPages,
  settling,
  storage,
  waysToApplication,
];

/** All texts of the program in German, as Windows and the installer of MIM say it: formal, in Microsoft's terms. */
export const german: Catalog = Object.assign({}, ...catalogs);
