import { describe, expect, test } from 'vitest';
import { AnswersDocument } from '../../server/cli/file/answersDocument.ts';
import { judgeFile } from '../../server/cli/file/judgeFile.ts';

/** Broken files: what is changed in a file that does, and each finding as `line:column severity page.field code`. */
const broken: readonly { about: string; change: (text: string) => string; findings: readonly (string | RegExp)[] }[] = [
  {
    about: 'a page that does not exist is found at its name, with the nearest name suggested',
    change: (text) => text.replace('  mailServer:', '  mailSever:'),
    findings: ['12:3 error mailSever. unknown-field: There is no page "mailSever". Did you mean mailServer?'],
  },
  {
    about: 'a field that does not exist is found at its name, with the nearest name suggested',
    change: (text) => text.replace('    server: sql', '    sever: sql'),
    findings: ['9:5 error database.sever unknown-field: There is no field on the page database "sever". Did you mean server?'],
  },
  {
    about: 'a value that does not do is found at the value',
    change: (text) => text.replace('server: sql01', 'server: http://sql01'),
    findings: ['9:13 error database.server invalid: Enter Server or Server\\Instance'],
  },
  {
    about: 'each field of a page that does not do is found, and not just the first',
    change: (text) => text.replace('server: sql01', 'server: http://sql01').replace('whenExists: create', 'whenExists: perhaps'),
    findings: ['9:13 error database.server invalid', '11:17 error database.whenExists invalid: Choose one of create, reuse.'],
  },
  {
    about: 'a field that does not apply is found',
    change: (text) => text.replace('    type: none\n', '    type: none\n    host: mail.contoso.com\n'),
    findings: ['14:11 error mailServer.host not-applicable'],
  },
  {
    about: 'a field that is missing is found at its page',
    change: (text) => text.replace('    whenExists: create\n', ''),
    findings: ['8:3 error database.whenExists required'],
  },
  {
    about: 'a page on the way that is not answered is found',
    change: (text) => text.replace('  certificate: { source: selfIssued }\n', ''),
    findings: ['1:1 error certificate. unanswered: The page "Configure service certificate" is on the way, and is not answered.'],
  },
  {
    about: 'a warning on the way that is not acknowledged is found',
    change: (text) => text.replace('whenExists: create', 'whenExists: reuse'),
    findings: ['21:14 error databaseBackupWarning. not-acknowledged'],
  },
  {
    about: 'a warning that does not exist is found',
    change: (text) => text.replace('acknowledge: []', 'acknowledge: [databaseBackupWarnin]'),
    findings: [
      '21:15 error acknowledge.0 unknown-field: There is no warning "databaseBackupWarnin". Did you mean databaseBackupWarning?',
    ],
  },
  {
    about: 'answers to a page that is not on the way are reported, and do no harm',
    change: (text) => text.replace('acknowledge:', '  sharePointSite: { url: http://mim.contoso.com }\nacknowledge:'),
    findings: ['21:3 warning sharePointSite. unused'],
  },
  {
    about: 'a combination of mail server and authentication that the installer does not support is found at its field',
    change: (text) => text.replace('type: none', 'type: smtp\n    host: smtp.contoso.com\n    authentication: basic'),
    findings: ['15:21 error mailServer.authentication incompatible-mail-authentication'],
  },
  {
    about: 'an override of a check that does not exist is found',
    change: (text) => `${text}override:\n  database-versoin: It is a test server.\n`,
    findings: [
      '23:3 error override.database-versoin unknown-field: There is no check "database-versoin". Did you mean database-version?',
    ],
  },
  {
    about: 'a section that does not exist is found',
    change: (text) => `${text}instal: true\n`,
    findings: ['22:1 error instal unknown-field: There is no section "instal". Did you mean install?'],
  },
  {
    about: 'a section of another form is found',
    change: (text) => `${text}install: perhaps\n`,
    findings: ['22:10 error install invalid'],
  },
  {
    about: 'findings of every kind are told at once, in the order of the file',
    change: (text) =>
      text
        .replace('cloud: global', 'cloud: mars')
        .replace('server: sql01', 'server: http://sql01')
        .replace('  certificate: { source: selfIssued }\n', '')
        .replace('acknowledge: []', 'acknowledge: [noSuchWarning]\ninstal: true'),
    findings: [
      '1:1 error certificate. unanswered',
      '4:19 error cloud.cloud invalid',
      '9:13 error database.server invalid',
      '20:15 error acknowledge.0 unknown-field',
      '21:1 error instal unknown-field',
    ],
  },
  {
    about: 'where the components are not known, of the pages behind only what is wrong by itself is told',
    change: (text) => text.replace('features: [service]', 'features: [servise]').replace('server: sql01', 'server: http://sql01'),
    findings: ['7:28 error components.features.0 invalid', '9:13 error database.server invalid'],
  },
  {
    about: 'a key that stands twice is found',
    change: (text) => text.replace('    whenExists: create', '    whenExists: create\n    whenExists: reuse'),
    findings: ['12:5 error  malformed: This name stands here twice.'],
  },
  {
    about: 'what is no YAML is found where it ceases to be',
    change: (text) => text.replace('{ source: selfIssued }', '{ source: selfIssued'),
    findings: [/^\d+:\d+ error {2}malformed: /],
  },
  {
    about: 'a secret that is kept nowhere is found',
    change: (text) => text.replace('{ env: SERVICE_ACCOUNT_PASSWORD }', '{ kept: true }'),
    findings: ['17:59 error serviceAccount.password required: Nothing is kept here. Enter it.'],
  },
];

const complete = `pages:
  licenseAgreement:
    accepted: true
  cloud: { cloud: global }
  signIn:
    method: deviceCode
  components: { features: [service] }
  database:
    server: sql01
    name: FIMService
    whenExists: create
  mailServer:
    type: none
    managedServiceAccount: false

  certificate: { source: selfIssued }
  serviceAccount: { name: svcMIMService, domain: contoso, password: { env: SERVICE_ACCOUNT_PASSWORD } }
  synchronizationServer: { host: mim, managementAgentAccount: contoso\\svcMIMMA }
  serviceAddress: { host: mim.contoso.com }
  firewall: { openServicePorts: true, grantPortalAccess: true }
acknowledge: []
`;

describe('validate tells every finding with line and column', () => {
  test('a file that does has none', () => {
    const { findings, understood } = judgeFile(new AnswersDocument('answers.yaml', complete));
    expect(findings.map(toLine)).toEqual([]);
    expect(understood?.way.screens.at(-1)).toBe('ready');
    expect(understood?.secrets).toEqual([
      { path: ['pages', 'serviceAccount', 'password'], from: { env: 'SERVICE_ACCOUNT_PASSWORD' } },
    ]);
  });

  test.each(broken)('$about', ({ change, findings }) => {
    const text = change(complete);
    expect(text).not.toBe(complete);
    const found = judgeFile(new AnswersDocument('answers.yaml', text)).findings.map(toLine);
    expect(found).toHaveLength(findings.length);
    for (const [at, expected] of findings.entries()) {
      if (typeof expected === 'string') expect(found[at]?.slice(0, expected.length)).toBe(expected);
      else expect(found[at]).toMatch(expected);
    }
  });

  test.each([
    ['without its page of the service account', (file: Pages) => delete file.pages.serviceAccount],
    ['whose service account has no name', (file: Pages) => delete file.pages.serviceAccount?.['name']],
    ['whose service account is a number', (file: Pages) => Object.assign(file.pages.serviceAccount!, { name: 5 })],
  ])('a file %s is judged to its end', (_, spoil) => {
    const file: Pages = new AnswersDocument('answers.yaml', complete).content as Pages;
    spoil(file);
    const found = judgeFile(new AnswersDocument('answers.json', JSON.stringify(file))).findings;
    expect(found.filter(({ severity }) => severity === 'error').map(({ page }) => page)).toContain('serviceAccount');
    expect(found.filter(({ page }) => page !== 'serviceAccount').map(toLine)).toEqual([]);
  });

  test('JSON has lines and columns as well', () => {
    const text = '{\n\t"pages": {\n\t\t"cloud": { "cloud": "mars" },\n\t\t"sigIn": {}\n\t}\n}';
    const found = judgeFile(new AnswersDocument('answers.json', text)).findings.map(toLine);
    expect(found).toContain('3:23 error cloud.cloud invalid: Choose one of global, china, governmentDod.');
    expect(found).toContain('4:3 error sigIn. unknown-field: There is no page "sigIn". Did you mean signIn?');
  });

  test('a finding says nothing of what stands in the file at that place: it could be a secret', () => {
    const text = complete.replace('{ env: SERVICE_ACCOUNT_PASSWORD }', 'Pass@word1 }}: [hunter2');
    expect(JSON.stringify(judgeFile(new AnswersDocument('answers.yaml', text)).findings)).not.toMatch(/Pass@word1|hunter2/);
  });

  test.each([
    '',
    '5',
    'pages: 5',
    '[]',
    'pages: { welcome: 5 }',
    'override: [{ reason: x }]',
    'a: &a [*a]',
    'complete: { addIns: 5 }',
  ])('anything at all is judged: %s', (text) => {
    expect(judgeFile(new AnswersDocument('answers.yaml', text)).findings.length).toBeGreaterThan(0);
  });
});

interface Pages {
  pages: { serviceAccount?: Record<string, unknown> };
}

type Finding = ReturnType<typeof judgeFile>['findings'][number];

function toLine({ line, column, severity, page, field, code, message }: Finding): string {
  return `${line}:${column} ${severity} ${page === undefined ? field : `${page}.${field}`} ${code}: ${message}`;
}
