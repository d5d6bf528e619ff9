import { grantServiceLogon } from '../../machines/scripts/grantServiceLogonScript.ts';
import { type Finding, failed, passed, unavailable, warning } from '../checks/finding.ts';
import type { LogonSubject } from './localLogon.ts';

/**
 * Whether the account may log on as a service at this server: without it, FIMService does not start (Microsoft Learn, "Set up an
 * identity management server: Windows Server 2016 or later versions", on the server security policy).
 */
export async function serviceLogonFinding(subject: LogonSubject): Promise<Finding> {
  const called = `${subject.domain}\\${subject.name}`;
  const rights = await subject.rights();
  if (!rights?.services) return unavailable(`Whether ${called} may log on as a service can’t be read here. ${look}`);
  const { services, deniedServices, account } = rights;
  const groups = await subject.groups();
  const own = [subject.sid, account, ...(groups ?? []), ...everybody];
  const isAmong = (sids: readonly string[]) => own.some((one) => one && sids.includes(one));
  if (deniedServices && isAmong(deniedServices)) {
    return failed(
      'account-unusable',
      `This server denies ${called} the right to log on as a service, so the MIM Service would not start. Take it out of "Deny log on as a service" (group policy, User Rights Assignment).`,
      { field: 'name' },
    );
  }
  if (isAmong(services)) return passed(`${called} may log on as a service at this server.`);
  return {
    ...warning(
      'account-unusable',
      `${called} is not among those that may log on as a service at this server${groups ? '' : ', as far as can be told without its groups'}. Grant it by group policy (User Rights Assignment, "Log on as a service"), or by the script where no policy sets that right: what is granted locally is lost where one does.`,
    ),
    script: grantServiceLogon(called),
  };
}

/** Everyone, and Authenticated Users; NT SERVICE\ALL SERVICES is none of the account's. */
const everybody = ['S-1-1-0', 'S-1-5-11'];

const look = 'See yourself on the server: secpol.msc, User Rights Assignment, "Log on as a service".';
