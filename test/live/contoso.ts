import { hostname } from 'node:os';
import { answersFor, type PageAnswers } from '../answers.ts';
import { reader } from '../peers/directory/seed.ts';
import type { EntraPeer } from '../peers/entra/startEntra.ts';
import { application } from '../peers/entra/tenants.ts';
import { nameHosts } from '../peers/hosts.ts';
import { password } from '../sql/asking.ts';

/** A name of this computer's, at which the peers listen: its first label is the computer's own, as a check wants it. */
export const here = `${hostname().split('.')[0]!.toLowerCase()}.contoso.com`;

/** Names as Contoso's DNS has them; nothing listens at those that others are to reach. */
export function nameContoso(): Disposable {
  return nameHosts({
    [here]: '127.0.0.1',
    'mim.contoso.com': '192.0.2.10',
    'pwreg.contoso.com': '192.0.2.11',
    'pwreset.contoso.com': '192.0.2.12',
  });
}

/** Secrets that must turn up nowhere. */
export const marked = {
  mailbox: 'Marked~Mailbox/Secret+1',
  service: 'Marked~Service Account"2',
  pool: 'Marked~Pool&3',
  database: password,
  reader: reader.password,
} as const;

export interface Places {
  readonly sqlPort: number;
  readonly sharePointPort: number;
}

/** Answers of option C for everything, as they are right for the peers. The mailbox application becomes part of the tenant. */
export function contosoAnswers({ tenant }: EntraPeer, { sqlPort, sharePointPort }: Places): PageAnswers {
  const mailboxApplication = application({ secret: marked.mailbox, mail: ['full_access_as_app'] });
  tenant.applications.push(mailboxApplication);
  const answers = answersFor('C');
  return {
    ...answers,
    signIn: { method: 'deviceCode' },
    database: {
      server: `127.0.0.1,${sqlPort}`,
      name: 'FIMService',
      whenExists: 'create',
      checkAs: { method: 'sql', user: 'sa', password: marked.database },
    },
    reportingServer: { host: here },
    mailboxApplication: { applicationId: mailboxApplication.appId, tenantId: tenant.id, clientSecret: marked.mailbox },
    serviceAccount: {
      ...answers['serviceAccount'],
      password: marked.service,
      deniedLocalLogon: true,
      checkAs: { user: 'svcReader', password: marked.reader },
    },
    synchronizationServer: { host: here, managementAgentAccount: 'contoso\\svcMIMMA' },
    sharePointSite: { url: `http://${here}:${sharePointPort}` },
    registrationPortal: { ...answers['registrationPortal'], account: 'contoso\\svcMIMAppPool', password: marked.pool },
  };
}
