import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { pageSchema } from '../../machines/answers/pageSchema.ts';
import { type PageId, pageOf } from '../../machines/pages/screens.ts';
import { answersFor } from '../answers.ts';
import { Walk } from './walk.ts';

const everything = answersFor('C');
const id = '48b15b07-ae4a-ae4a-ae4a-8850556d6b76';
const pool = { account: 'contoso\\mimpool', password: 'Pool@word1', host: 'pwreg.contoso.com', port: 80, openPort: true };

/** What the guide says of each page's fields: what is answered, and what is wrong with which field. */
const table: readonly (readonly [says: string, page: PageId, answers: object, wrong: Readonly<Record<string, string>>])[] = [
  ['The terms have to be accepted', 'licenseAgreement', {}, { accepted: 'required' }],
  ['Terms that are not accepted are no way on', 'licenseAgreement', { accepted: false }, { accepted: 'invalid' }],
  ['There are three clouds', 'cloud', { cloud: 'germany' }, { cloud: 'invalid' }],
  ['A code asks for nothing more', 'signIn', { method: 'deviceCode' }, {}],
  ['A code takes no secret', 'signIn', { method: 'deviceCode', clientSecret: 'x' }, { clientSecret: 'not-applicable' }],
  [
    'An application signs in by two',
    'signIn',
    { method: 'clientCredentials' },
    { clientId: 'required', clientSecret: 'required' },
  ],
  ['MIM Reporting comes with the MIM Service', 'components', { features: ['reporting', 'portal'] }, { features: 'invalid' }],
  ['and each component is named once', 'components', { features: ['service', 'service'] }, { features: 'invalid' }],
  ['Service Manager is named without a scheme', 'reportingServer', { host: 'http://scsm.contoso.com' }, { host: 'invalid' }],
  [
    'IDs are GUIDs',
    'mailboxApplication',
    { applicationId: 'mim', tenantId: id, clientSecret: 'x' },
    { applicationId: 'invalid' },
  ],
  ['The secret is asked for', 'mailboxApplication', { applicationId: id, tenantId: id }, { clientSecret: 'required' }],
  [
    'A certificate of its own has no subject',
    'certificate',
    { source: 'selfIssued', subject: 'mim' },
    { subject: 'not-applicable' },
  ],
  ['A certificate of the store is named', 'certificate', { source: 'store' }, { subject: 'required' }],
  ['A thumbprint may tell it', 'certificate', { source: 'store', subject: 'mim', thumbprint: 'a'.repeat(40) }, {}],
  [
    'An account has its domain',
    'synchronizationServer',
    { host: 'mim', managementAgentAccount: 'svc' },
    { managementAgentAccount: 'invalid' },
  ],
  ['A managed one ends in $', 'synchronizationServer', { host: 'mim', managementAgentAccount: 'contoso\\MIMSyncGMSAsvc$' }, {}],
  [
    'A domain may have an underscore',
    'synchronizationServer',
    { host: 'mim', managementAgentAccount: 'corp_emea\\svcMIMMA' },
    {},
  ],
  ['even in front', 'synchronizationServer', { host: 'mim', managementAgentAccount: '_corp\\svcMIMMA' }, {}],
  ['The address is not localhost', 'serviceAddress', { host: 'localhost' }, { host: 'invalid' }],
  ['nor this computer by another name', 'serviceAddress', { host: '127.0.0.1' }, { host: 'invalid' }],
  ['and has no scheme', 'serviceAddress', { host: 'https://mim.contoso.com' }, { host: 'invalid' }],
  ['The site must not stay localhost', 'sharePointSite', { url: 'http://localhost' }, { url: 'invalid' }],
  ['in whatever form', 'sharePointSite', { url: 'http://LOCALHOST:80/' }, { url: 'invalid' }],
  ['and is an address', 'sharePointSite', { url: 'mim.contoso.com' }, { url: 'invalid' }],
  ['and of the site collection alone', 'sharePointSite', { url: 'http://mim.contoso.com/?a=b' }, { url: 'invalid' }],
  ['no fragment', 'sharePointSite', { url: 'http://mim.contoso.com/#a' }, { url: 'invalid' }],
  ['no page', 'sharePointSite', { url: 'http://mim.contoso.com/sites/mim/default.aspx' }, { url: 'invalid' }],
  ['nor the portal itself', 'sharePointSite', { url: 'http://mim.contoso.com/IdentityManagement/' }, { url: 'invalid' }],
  ['though a path of its own', 'sharePointSite', { url: 'https://mim.contoso.com/sites/mim' }, {}],
  ['The home page is not localhost', 'registrationPortalUrl', { url: 'http://localhost' }, { url: 'invalid' }],
  ['A portal is not localhost', 'registrationPortal', { ...pool, host: 'localhost' }, { host: 'invalid' }],
  ['nor on the port of the MIM Service', 'registrationPortal', { ...pool, port: 5725 }, { port: 'invalid' }],
  ['nor on its other one', 'resetPortal', { ...pool, port: 5726 }, { port: 'invalid' }],
  ['nor where SharePoint is', 'registrationPortal', { ...pool, host: 'MIM.contoso.com' }, { port: 'port-taken' }],
  ['nor where the other portal is', 'resetPortal', pool, { port: 'port-taken' }],
  [
    'nor runs as the management agent account',
    'registrationPortal',
    { ...pool, account: 'contoso.com\\SVCMIMMA' },
    { account: 'account-shared' },
  ],
  [
    'which is not the service account',
    'synchronizationServer',
    { host: 'mim', managementAgentAccount: 'contoso\\svcmimservice' },
    { managementAgentAccount: 'account-shared' },
  ],
  [
    'An account has 20 characters',
    'synchronizationServer',
    { host: 'mim', managementAgentAccount: `contoso\\${'a'.repeat(20)}` },
    {},
  ],
  [
    'and no more',
    'synchronizationServer',
    { host: 'mim', managementAgentAccount: `contoso\\${'a'.repeat(21)}` },
    { managementAgentAccount: 'invalid' },
  ],
  [
    'IDs come as dialogs show them',
    'mailboxApplication',
    { applicationId: `{${id}}`, tenantId: ` ${id} `, clientSecret: 'x' },
    {},
  ],
  ['and thumbprints', 'certificate', { source: 'store', subject: 'mim', thumbprint: `\u200e${'aa '.repeat(20)}` }, {}],
  [
    'A database name has no blank at its end',
    'database',
    { server: 'sql01', name: 'FIMService ', whenExists: 'create' },
    { name: 'invalid' },
  ],
  ['SQL Server is not "."', 'database', { server: '.', name: 'FIMService', whenExists: 'create' }, { server: 'invalid' }],
  ['nor (local)', 'database', { server: '(local)', name: 'FIMService', whenExists: 'create' }, { server: 'invalid' }],
  ['nor behind a protocol', 'database', { server: 'tcp:sql01', name: 'FIMService', whenExists: 'create' }, { server: 'invalid' }],
  ['nor an IPv6 address', 'database', { server: 'fe80::1', name: 'FIMService', whenExists: 'create' }, { server: 'invalid' }],
  [
    'nor the default instance by its name',
    'database',
    { server: 'sql01\\MSSQLSERVER', name: 'FIMService', whenExists: 'create' },
    { server: 'invalid' },
  ],
  ['The home page may stay empty', 'registrationPortalUrl', { url: '' }, {}],
  ['or be left out', 'registrationPortalUrl', {}, {}],
  ['but not be anything', 'registrationPortalUrl', { url: 'ftp://pwreg.contoso.com' }, { url: 'invalid' }],
  ['Both boxes are answered', 'firewall', { openServicePorts: true }, { grantPortalAccess: 'required' }],
  ['A regular pool account has a password', 'registrationPortal', { ...pool, password: '' }, { password: 'required' }],
  [
    'a managed one has none',
    'registrationPortal',
    { ...pool, account: 'contoso\\MIMAppPoolGMSA$' },
    { password: 'not-applicable' },
  ],
  [
    'nor needs one',
    'resetPortal',
    { ...pool, account: 'contoso\\MIMAppPoolGMSA$', password: '', host: 'pwreset.contoso.com' },
    {},
  ],
  ['A port is 1 to 65535', 'resetPortal', { ...pool, port: 0 }, { port: 'invalid' }],
  ['and no more', 'resetPortal', { ...pool, port: 65_536 }, { port: 'invalid' }],
  ['and a number', 'resetPortal', { ...pool, port: '80' }, { port: 'invalid' }],
  ['The portal is for some users', 'resetPortalService', { serviceAddress: 'mim', access: 'everybody' }, { access: 'invalid' }],
];

describe.each(table)('%s:', (_, page, answers, wrong) => {
  it(`${page} with ${JSON.stringify(answers)} has ${JSON.stringify(wrong)}`, () => {
    const walk = new Walk();
    walk.to(page, everything);
    const findings = walk.submit(answers);
    expect(Object.fromEntries(findings.map(({ field, code }) => [field, code]))).toEqual(wrong);
    expect(walk.context.answers[page] === undefined).toBe(Object.keys(wrong).length > 0);
  });
});

describe('What a page takes', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  it.each(table.filter(([, , , wrong]) => Object.keys(wrong).length === 0))(
    'its published schema takes too: %s',
    (_, page, answers) => {
      expect(ajv.validate(pageSchema(pageOf(page)), withoutEmpty(answers)), ajv.errorsText()).toBe(true);
    },
  );
});

/** An empty field counts as left out. */
function withoutEmpty(answers: object): object {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''));
}
