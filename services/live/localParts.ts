import { certificateChecks } from '../certificates/certificateChecks.ts';
import { closingProbes } from '../closingTasks/closingProbes.ts';
import { directoryChecks } from '../directory/directoryChecks.ts';
import { readLocalRights } from '../directory/localRights.ts';
import { type CloudName, type CloudOverrides, clouds as ownClouds } from '../entra/clouds.ts';
import { hostReadiness } from '../host/hostReadiness.ts';
import { createInstaller } from '../installer/createInstaller.ts';
import { mailChecks } from '../mail/mailChecks.ts';
import { networkChecks } from '../network/networkChecks.ts';
import { sharePointChecks } from '../sharepoint/sharePointChecks.ts';
import { databaseChecks } from '../sql/databaseChecks.ts';
import { closingGroup } from './closingGroup.ts';
import { packageCheck } from './packageCheck.ts';
import type { Parts } from './parts.ts';
import type { LiveSettings } from './settings.ts';

/** Everything done by this process, on this server. */
export function localParts(settings: LiveSettings): Parts {
  const {
    timeout,
    hostTimeout,
    clouds,
    directory: reader,
    sql: server,
    mail: mailSettings,
    jobsFolder,
    installerProgram,
  } = settings;
  const certificates = certificateChecks({ timeout });
  const directory = directoryChecks({ timeout, ...reader });
  const mail = mailChecks({ timeout, ...mailSettings, hosts: { ...mailHostsIn(clouds), ...mailSettings.hosts } });
  const network = networkChecks({ timeout });
  const host = hostReadiness({ timeout: hostTimeout, comesBack: settings.comesBack });
  const closing = closingProbes();
  const installer = createInstaller({
    jobsFolder,
    ...(installerProgram && { program: installerProgram }),
    ...(settings.report && { report: settings.report }),
  });
  return {
    ...network,
    database: databaseChecks({ timeout, ...server }).checkDatabase,
    mailServer: mail.mailServer,
    certificate: certificates.certificate,
    serviceAccount: directory.checkServiceAccount,
    managementAgentAccount: directory.checkManagementAgentAccount,
    servicePrincipalName: directory.checkServicePrincipalName,
    poolAccount: directory.checkPoolAccount,
    portalPrincipalName: directory.checkPortalPrincipalName,
    sharePointSite: sharePointChecks({ timeout }).sharePointSite,
    host: host.ready,
    package: async (subject, call) => [await packageCheck(subject, call, { ...settings, settlements: subject.configured })],
    closing: async (subject, call) => {
      const { makers } = closingGroup(subject, hostTimeout, closing);
      return (await Promise.all(makers.map((make) => make(call)))).flat();
    },
    localRights: ({ account }, { signal }) => readLocalRights(account, {}, signal),
    install: (job, call) => installer.install(withPackage(job, settings.package), call),
    stopInstaller: installer.stopInstaller,
  };
}

/** The job with the package that is configured, where the installation names none. */
function withPackage<Job extends { readonly package?: string | undefined }>(job: Job, configured: string | undefined): Job {
  const path = job.package ?? configured;
  return path === undefined ? job : { ...job, package: path };
}

/** Where a cloud's mail service is overridden, the mail page asks there too. */
function mailHostsIn(overrides: CloudOverrides): Readonly<Record<string, string>> {
  const moved = (Object.keys(ownClouds) as CloudName[]).flatMap((name) => {
    const mail = overrides[name]?.mail;
    return mail === undefined ? [] : [[new URL(ownClouds[name].mail).host, new URL(mail).host]];
  });
  return Object.fromEntries(moved);
}
