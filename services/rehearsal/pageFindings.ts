import type { CheckedPageId, OpenedAnswers } from '../../machines/pages/screens.ts';
import { mailHost } from '../../machines/vocabulary/mailHost.ts';
import { type Finding, failed, passed, warning } from '../checks/finding.ts';
import { accountOf, answers, contoso, hasDatabase } from './contoso.ts';
import { accountFinding, type Findings, kindFinding, noAccount, said, unreachable } from './refusals.ts';

type Answered<Id extends CheckedPageId> = NonNullable<OpenedAnswers[Id]>;

/** What Contoso has against the answers of each page; a check that is not named passes. */
export const rehearsedFindings: { readonly [Id in CheckedPageId]: (given: Answered<Id>, all: OpenedAnswers) => Findings } = {
  signIn({ method, tenant = contoso.defaultTenant, clientSecret }) {
    const known = contoso.tenants[tenant.toLowerCase()];
    if (!known)
      return {
        'sign-in': failed(
          'sign-in-failed',
          `Tenant '${tenant}' not found. Check the name of the tenant.`,
          said(90002, `Tenant '${tenant}' not found.`),
        ),
      };
    if (method === 'clientCredentials' && clientSecret === contoso.refusedSecret) {
      return {
        'sign-in': failed(
          'sign-in-failed',
          'The directory refuses the secret of the application.',
          said(7000215, 'Invalid client secret is provided.'),
        ),
      };
    }
    return known.licensed
      ? {}
      : {
          subscription: failed(
            'subscription-not-found',
            `The tenant ${tenant} has neither Microsoft Entra ID P1 nor P2. Sign in to another tenant, or install the Volume License edition.`,
          ),
        };
  },

  database({ server, name, whenExists }) {
    const host = server.split(/[\\,]/)[0] ?? server;
    if (!answers(host)) return { 'database-reachable': unreachable(host, 'server') };
    const exists = hasDatabase(name);
    return {
      ...(exists &&
        whenExists === 'create' && {
          'database-presence': failed(
            'database-exists',
            `The database ${name} exists already on ${server}. Name another one, or choose to re-use it.`,
            { field: 'name' },
          ),
        }),
      ...(!exists &&
        whenExists === 'reuse' && {
          'database-presence': failed(
            'database-missing',
            `There is no database ${name} on ${server}. Check its name, or choose to create it.`,
            { field: 'name' },
          ),
        }),
      ...(server.includes(',') && {
        'database-port': warning(
          'database-unsuitable',
          'The installer is known to fail on a port in the server name. Make a SQL alias and name that.',
        ),
      }),
    };
  },

  mailServer({ type, host, governmentCloud }, { cloud }) {
    const name = mailHost(type, host, governmentCloud, cloud?.cloud ?? 'global');
    return name === undefined || answers(name) ? {} : { 'mail-reachable': unreachable(name, 'host') };
  },

  reportingServer: ({ host }) => (answers(host) ? {} : { 'reporting-server-name': unreachable(host, 'host') }),

  mailboxApplication({ tenantId, clientSecret }) {
    if (tenantId.toLowerCase() === contoso.unknownTenantId) {
      const text = `Tenant '${tenantId}' not found. Check to make sure you have the correct tenant ID.`;
      return {
        'mailbox-application': failed(
          'application-validation-failed',
          'Please check authentication information provided. Failed to authenticate.',
          said(90002, text),
        ),
      };
    }
    if (clientSecret === contoso.refusedSecret) {
      return {
        'mailbox-application': failed(
          'mailbox-access-failed',
          'Please check authentication information provided. Failed to authenticate.',
          said(7000215, 'Invalid client secret is provided.'),
        ),
      };
    }
    return {};
  },

  certificate: () => ({}),

  serviceAccount({ name, domain }, { mailServer }) {
    const account = accountOf(domain, name);
    if (!account) return { 'service-account': noAccount(`${domain}\\${name}`, 'name') };
    return {
      ...kindFinding(account, mailServer?.managedServiceAccount ?? false),
      ...(!account.deniedLocalLogon && {
        'service-account-local-logon': warning(
          'local-logon-allowed',
          `${domain}\\${name} may log on locally. Deny it local logon by group policy, or go on knowingly.`,
        ),
      }),
    };
  },

  synchronizationServer({ host, managementAgentAccount }) {
    return {
      ...(!answers(host) && { 'synchronization-server': unreachable(host, 'host') }),
      ...accountFinding('management-agent-account', managementAgentAccount, 'managementAgentAccount'),
    };
  },

  serviceAddress: ({ host }) => (answers(host) ? {} : { 'service-address': unreachable(host, 'host') }),

  sharePointSite({ url }) {
    const host = new URL(url).hostname;
    return answers(host) ? {} : { 'sharepoint-site': unreachable(host, 'url') };
  },

  registrationPortal: ({ account, host }) => ({
    ...accountFinding('registration-portal-account', account, 'account'),
    ...(!answers(host) && { 'registration-portal-address': unreachable(host, 'host') }),
  }),
  registrationPortalService: ({ serviceAddress }) =>
    answers(serviceAddress) ? {} : { 'registration-portal-service': unreachable(serviceAddress, 'serviceAddress') },

  resetPortal: ({ account, host }) => ({
    ...accountFinding('reset-portal-account', account, 'account'),
    ...(!answers(host) && { 'reset-portal-address': unreachable(host, 'host') }),
  }),
  resetPortalService: ({ serviceAddress }) =>
    answers(serviceAddress) ? {} : { 'reset-portal-service': unreachable(serviceAddress, 'serviceAddress') },
};

/** What a check says that has nothing to object to. */
export const nothingAmiss: Finding = passed('As it should be in the rehearsed company.');
